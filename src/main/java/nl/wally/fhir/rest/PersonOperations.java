package nl.wally.fhir.rest;

import static nl.wally.shared.Words.words;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.wally.conformance.Capabilities;
import nl.wally.fhir.CurrentCaller;
import nl.wally.fhir.PersonOperation;
import nl.wally.fhir.RequestAtHand;
import nl.wally.fhir.Sight;
import nl.wally.shared.Problem;
import nl.wally.shared.RefusedException;
import nl.wally.shared.Scope;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The operations on all that is kept of a person: what is not for the caller does not exist. */
@Component
class PersonOperations {
    private final Capabilities capabilities;
    private final Reads reads;
    private final Sight sight;
    private final CurrentCaller caller;
    private final List<PersonOperation> offered;

    PersonOperations(
            Capabilities capabilities, Reads reads, Sight sight, CurrentCaller caller, List<PersonOperation> offered) {
        this.capabilities = capabilities;
        this.reads = reads;
        this.sight = sight;
        this.caller = caller;
        this.offered = offered;
    }

    Resource answer(String type, String name, @Nullable IdType id, @Nullable Resource body, RequestDetails request) {
        PersonOperation operation = offered.stream()
                .filter(candidate -> candidate.name().equals(name) && capabilities.operates(type, name))
                .findFirst()
                .orElseThrow(() -> new RefusedException(Problem.NOT_SUPPORTED));
        requireScopes(operation.types(), operation.action());
        authorise(operation, type, id);
        Map<String, String> parameters = new HashMap<>();
        OperationParameters.of(body, request, operation.parameters())
                .forEach((key, values) -> parameters.put(key, String.join(",", values)));
        return operation.answer(new PersonOperation.Asked(
                caller.current(),
                Optional.ofNullable(id).map(one -> type + "/" + one.getIdPart()),
                parameters,
                request.getFhirServerBase()));
    }

    /** Whoever was given a token for a part shall not get the whole by another door. */
    private void requireScopes(List<String> types, Scope.Action action) {
        List<Scope> scopes = caller.current().scopes();
        boolean whole = types.stream()
                .allMatch(type -> scopes.stream()
                        .anyMatch(scope -> scope.query().isEmpty()
                                && (scope.type().equals(Scope.ANY_TYPE)
                                        || scope.type().equals(type))
                                && scope.actions().contains(action)));
        if (!whole) {
            throw new RefusedException(
                    Problem.FORBIDDEN,
                    "",
                    words(
                            "The access token has no scope {0} that covers this",
                            new Scope(Scope.ANY_TYPE, Set.of(action), "").text()));
        }
    }

    private void authorise(PersonOperation operation, String type, @Nullable IdType id) {
        if (operation.needsPerson()) {
            IdType person = Optional.ofNullable(id).orElseThrow(() -> new RefusedException(Problem.NOT_SUPPORTED));
            Reads.Seen found = reads.find(person.withResourceType(type));
            sight.authorise(caller.current(), found.resource(), found.referrals(), operation.name());
            RequestAtHand.current().ifPresent(asked -> asked.concerns(found.resource()));
        } else {
            sight.authorise(caller.current(), type, operation.name());
        }
    }
}
