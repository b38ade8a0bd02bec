package nl.wally.fhir;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.wally.shared.Caller;
import nl.wally.shared.Problem;
import nl.wally.shared.RefusedException;
import nl.wally.shared.Scope;
import org.hl7.fhir.r4.model.Resource;

/**
 * An operation on all that is kept of a person, for those who may see nothing else of it. It exists where the
 * CapabilityStatement names it, for those whom {@link Sight} allows it.
 */
public interface PersonOperation {
    /** All that may belong to a person, as one would tell it: who, permission, what was asked, what came of it. */
    List<String> TYPES = PersonalTables.TYPES;

    /** The name without the dollar sign, for instance {@code everything}. */
    String name();

    /** What a token must let its bearer do with all {@link #types types}, without a condition. */
    default Scope.Action action() {
        return Scope.Action.READ;
    }

    /** Of which types it tells. */
    default List<String> types() {
        return TYPES;
    }

    /** Whether it is about a person who is here; otherwise also about what is no longer. */
    default boolean needsPerson() {
        return true;
    }

    /** The parameters that it knows, by name; all others are refused. */
    default Set<String> parameters() {
        return Set.of();
    }

    /**
     * Does it.
     *
     * @throws nl.wally.shared.RefusedException when it is not for this caller, or not now
     */
    Resource answer(Asked asked);

    /**
     * What is asked.
     *
     * @param person {@code Patient/id}; empty when no person is named
     * @param parameters codes and numbers, by name
     * @param base the address of {@code /fhir}
     */
    record Asked(Caller caller, Optional<String> person, Map<String, String> parameters, String base) {
        /** The person named; the operation is offered on an instance only. */
        public String named() {
            return person.orElseThrow(() -> new RefusedException(Problem.NOT_SUPPORTED));
        }
    }
}
