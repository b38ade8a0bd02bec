package nl.wally.people;

import java.util.Optional;
import nl.wally.fhir.Store;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.springframework.stereotype.Component;

/** Names as the directory has them. */
@Component
class DirectoryNames implements Names {
    private final Store store;

    DirectoryNames(Store store) {
        this.store = store;
    }

    @Override
    public String of(String reference) {
        Optional<String> name = reference.startsWith("Organization/")
                ? store.read(reference, Organization.class).map(Organization::getName)
                : store.read(reference, PractitionerRole.class).flatMap(this::person);
        return name.filter(text -> !text.isBlank()).orElse(reference);
    }

    private Optional<String> person(PractitionerRole role) {
        String practitioner = nl.wally.shared.References.key(role.getPractitioner());
        return practitioner.isEmpty()
                ? Optional.empty()
                : store.read(practitioner, Practitioner.class)
                        .map(person -> person.getNameFirstRep())
                        .map(DirectoryNames::text);
    }

    private static String text(HumanName name) {
        return name.hasText() ? name.getText() : name.getNameAsSingleString();
    }
}
