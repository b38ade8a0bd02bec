package nl.wally.fhir.rest;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.ResponseDetails;
import java.util.List;
import nl.wally.fhir.CurrentCaller;
import nl.wally.fhir.Sight;
import nl.wally.shared.Caller;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Resource;

/** The one gate through which every answer leaves, whatever asked for it: what a caller sees in part goes out in part. */
@Interceptor
class Masking {
    private final Sight sight;
    private final CurrentCaller caller;

    Masking(Sight sight, CurrentCaller caller) {
        this.sight = sight;
        this.caller = caller;
    }

    @Hook(Pointcut.SERVER_OUTGOING_RESPONSE)
    public void mask(RequestDetails request, ResponseDetails answer) {
        boolean ofNobody = request.getRestOperationType() == RestOperationTypeEnum.METADATA;
        if (!ofNobody && answer.getResponseResource() instanceof Resource resource) {
            answer.setResponseResource(shown(caller.current(), resource));
        }
    }

    private Resource shown(Caller caller, Resource resource) {
        if (!(resource instanceof Bundle bundle)) {
            return sight.show(caller, List.of(resource)).get(0);
        }
        List<BundleEntryComponent> entries = bundle.getEntry().stream()
                .filter(BundleEntryComponent::hasResource)
                .toList();
        List<Resource> shown = sight.show(
                caller, entries.stream().map(BundleEntryComponent::getResource).toList());
        for (int index = 0; index < shown.size(); index++) {
            entries.get(index).setResource(shown.get(index));
        }
        return bundle;
    }
}
