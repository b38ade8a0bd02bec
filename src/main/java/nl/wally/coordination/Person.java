package nl.wally.coordination;

import java.util.Optional;
import nl.wally.shared.References;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;

/**
 * Somebody in a role, as the directory has them.
 *
 * @param practitioner who it is; empty when the directory does not have them
 */
record Person(PractitionerRole role, Optional<Practitioner> practitioner) {
    /** For instance {@code PractitionerRole/wally-1}. */
    public String reference() {
        return References.key(role);
    }

    public String id() {
        return role.getIdElement().getIdPart();
    }

    /** What they are called; the reference where there is no name. */
    public String name() {
        return practitioner
                .map(person -> text(person.getNameFirstRep()))
                .filter(name -> !name.isBlank())
                .orElseGet(this::reference);
    }

    /** The telephone number of the role; empty when there is none. */
    public String phone() {
        return way(ContactPointSystem.PHONE);
    }

    /** The e-mail address of the role; empty when there is none. */
    public String email() {
        return way(ContactPointSystem.EMAIL);
    }

    private String way(ContactPointSystem system) {
        return role.getTelecom().stream()
                .filter(way -> way.getSystem() == system && way.hasValue())
                .map(ContactPoint::getValue)
                .findFirst()
                .orElse("");
    }

    private static String text(HumanName name) {
        return name.hasText() ? name.getText() : name.getNameAsSingleString();
    }
}
