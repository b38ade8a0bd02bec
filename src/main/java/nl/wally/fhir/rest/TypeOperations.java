package nl.wally.fhir.rest;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.wally.conformance.Capabilities;
import nl.wally.fhir.CurrentCaller;
import nl.wally.fhir.RequestAtHand;
import nl.wally.fhir.Sight;
import nl.wally.fhir.TypeOperation;
import nl.wally.fhir.search.Searches;
import nl.wally.shared.Problem;
import nl.wally.shared.RefusedException;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The operations on resources of one type that the CapabilityStatement names: of what one may not see nothing is told. */
@Component
class TypeOperations {
    private static final String MOST = "100";

    private final Capabilities capabilities;
    private final Reads reads;
    private final Searches searches;
    private final Sight sight;
    private final CurrentCaller caller;
    private final List<TypeOperation> offered;

    TypeOperations(
            Capabilities capabilities,
            Reads reads,
            Searches searches,
            Sight sight,
            CurrentCaller caller,
            List<TypeOperation> offered) {
        this.capabilities = capabilities;
        this.reads = reads;
        this.searches = searches;
        this.sight = sight;
        this.caller = caller;
        this.offered = offered;
    }

    Resource answer(String type, String name, @Nullable IdType id, @Nullable Resource body, RequestDetails request) {
        TypeOperation operation = offered.stream()
                .filter(candidate -> candidate.type().equals(type)
                        && candidate.name().equals(name)
                        && capabilities.operates(type, name)
                        && (id != null || candidate.isOfAll()))
                .findFirst()
                .orElseThrow(() -> new RefusedException(Problem.NOT_SUPPORTED));
        Map<String, List<String>> parameters = OperationParameters.of(body, request, operation.parameters());
        List<Resource> resources =
                id == null ? all(type, parameters, request) : List.of(one(id.withResourceType(type), name));
        return operation.answer(
                new TypeOperation.Asked(caller.current(), resources, parameters, request.getFhirServerBase()));
    }

    private Resource one(IdType id, String name) {
        Reads.Seen found = reads.find(id.toVersionless());
        sight.authorise(caller.current(), found.resource(), found.referrals(), name);
        RequestAtHand.current().ifPresent(request -> request.concerns(found.resource()));
        return found.resource();
    }

    private List<Resource> all(String type, Map<String, List<String>> parameters, RequestDetails request) {
        if (sight.narrow(caller.current(), type) instanceof Sight.Narrowing.Nothing) {
            throw new RefusedException(Problem.FORBIDDEN);
        }
        Map<String, String[]> criteria = new HashMap<>();
        parameters.forEach((name, values) ->
                criteria.put(name.equals("id") ? "_id" : name, new String[] {String.join(",", values)}));
        criteria.put("_count", new String[] {MOST});
        return searches.search(type, criteria, request.getFhirServerBase()).getEntry().stream()
                .map(BundleEntryComponent::getResource)
                .toList();
    }
}
