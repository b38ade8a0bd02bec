package nl.wally.feedback;

import java.util.List;
import nl.wally.fhir.Store;
import nl.wally.shared.Caller;
import nl.wally.shared.References;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.springframework.stereotype.Component;

/** In whose name a caller of a practice speaks: a system for its practice and for all who work there; a person only for themselves. */
@Component
class Speakers {
    private final Store store;

    Speakers(Store store) {
        this.store = store;
    }

    /** Whether the caller may speak in the name of this role, person or organisation. */
    boolean maySpeakAs(Caller caller, String reference) {
        if (caller.role() != null) {
            return caller.role().equals(reference);
        }
        return caller.organization().equals(reference)
                || roles(reference).stream()
                        .anyMatch(role -> caller.organization().equals(References.key(role.getOrganization())));
    }

    /** The roles meant by a reference to a role or to a person; none when it means something else. */
    private List<PractitionerRole> roles(String reference) {
        return reference.startsWith("Practitioner/")
                ? store.referring(PractitionerRole.class, reference, "PractitionerRole.practitioner")
                : store.read(reference, PractitionerRole.class).stream().toList();
    }
}
