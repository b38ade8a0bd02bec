package nl.wally.fhir;

import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.wally.shared.Caller;
import org.hl7.fhir.r4.model.Resource;

/**
 * An operation that answers a question about one resource of a type or, where it says so, about all that the caller may
 * find; it changes nothing. It exists where the CapabilityStatement names it, for those whom {@link Sight} allows it.
 */
public interface TypeOperation {
    /** For instance {@code Subscription}. */
    String type();

    /** The name without the dollar sign, for instance {@code status}. */
    String name();

    /** The parameters that it knows; all others are refused. */
    Set<String> parameters();

    /** Whether it is offered on the type as well. */
    boolean isOfAll();

    /**
     * The answer to this caller.
     *
     * @throws nl.wally.shared.RefusedException when a parameter makes no sense
     */
    Resource answer(Asked asked);

    /**
     * What is asked.
     *
     * @param resources which the caller may see: the one that was named, or those that match parameters of the same name as
     *     a search parameter
     * @param parameters all values by name
     * @param base the address of {@code /fhir}
     */
    record Asked(Caller caller, List<Resource> resources, Map<String, List<String>> parameters, String base) {
        /** One of the parameters; empty when it was not given. */
        public java.util.Optional<String> first(String name) {
            return parameters.getOrDefault(name, List.of()).stream().findFirst();
        }
    }
}
