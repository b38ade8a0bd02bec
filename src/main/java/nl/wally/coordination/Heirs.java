package nl.wally.coordination;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.wally.workflow.Succession;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/** Tells to whom open referrals go, before whatever moves them is confirmed. */
@Component
class Heirs {
    private final Succession succession;
    private final Region region;

    Heirs(Succession succession, Region region) {
        this.succession = succession;
        this.region = region;
    }

    /**
     * To whom the open referrals of somebody go; those that stay are left out.
     *
     * @param owner nobody has none
     * @param coming the role or the team as it would be
     * @param at when it would be so
     */
    List<Heir> of(Optional<String> owner, Resource coming, Instant at) {
        if (owner.isEmpty()) {
            return List.of();
        }
        Map<String, Integer> all = succession.of(owner.get(), List.of(coming), at);
        AddressBook names = region.named(all.keySet());
        return all.entrySet().stream()
                .filter(heir -> !heir.getKey().equals(owner.get()))
                .map(heir -> new Heir(names.name(heir.getKey()), heir.getValue()))
                .toList();
    }

    /** Somebody who gets so many referrals. */
    record Heir(String name, int referrals) {}
}
