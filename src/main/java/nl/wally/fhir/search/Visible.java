package nl.wally.fhir.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.wally.fhir.Referral;
import nl.wally.fhir.Referrals;
import nl.wally.fhir.Sight;
import nl.wally.shared.Caller;
import nl.wally.shared.Scope.Action;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/** Picks from what was found what the caller may see. */
@Component
class Visible {
    private final Sight sight;
    private final Referrals referrals;

    Visible(Sight sight, Referrals referrals) {
        this.sight = sight;
        this.referrals = referrals;
    }

    /** What the caller may see of these, may find by these parameters, and has a scope for. */
    List<Resource> of(List<Resource> resources, Caller caller, Set<String> parameters, Action... actions) {
        Map<String, List<Referral>> rows = referrals.of(resources.stream()
                .map(resource -> resource.getIdElement().getIdPart())
                .toList());
        Map<String, Resource> seen = new LinkedHashMap<>();
        for (Resource resource : resources) {
            String id = resource.getIdElement().getIdPart();
            if (sight.maySee(caller, resource, rows.getOrDefault(id, List.of()))
                    && sight.mayFind(caller, resource, parameters)
                    && sight.covers(caller, resource, actions)) {
                seen.putIfAbsent(resource.fhirType() + "/" + id, resource);
            }
        }
        return List.copyOf(seen.values());
    }
}
