package nl.wally.mail;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.wally.fhir.Store;
import nl.wally.shared.References;
import nl.wally.team.CurrentTeam;
import nl.wally.team.Teams;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointUse;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.springframework.stereotype.Component;

/** Where people and organisations get e-mail, and who looks after them, as the directory says it now. */
@Component
class Addresses {
    private final Store store;
    private final Teams teams;
    private final java.time.Clock clock;

    Addresses(Store store, Teams teams, java.time.Clock clock) {
        this.store = store;
        this.teams = teams;
        this.clock = clock;
    }

    /** The address of {@code PractitionerRole/…}, otherwise of the person behind it, or of {@code Organization/…}. */
    Optional<String> of(String reference) {
        if (reference.startsWith("Organization/")) {
            return store.read(reference, Organization.class).flatMap(one -> email(one.getTelecom()));
        }
        Optional<PractitionerRole> role = store.read(reference, PractitionerRole.class);
        return role.flatMap(one -> email(one.getTelecom()))
                .or(() -> role.flatMap(one -> store.read(References.key(one.getPractitioner()), Practitioner.class))
                        .flatMap(person -> email(person.getTelecom())));
    }

    /** Never one that is old, or somebody's at home. */
    private static Optional<String> email(List<ContactPoint> telecom) {
        return telecom.stream()
                .filter(point -> point.getSystem() == ContactPointSystem.EMAIL && point.hasValue())
                .filter(point -> point.getUse() != ContactPointUse.OLD && point.getUse() != ContactPointUse.HOME)
                .map(ContactPoint::getValue)
                .findFirst();
    }

    /** The organisation whose coordinator looks after somebody: of a practice who coordinates its team, otherwise the own. */
    Optional<String> coordinationOf(String reference) {
        String organization = reference.startsWith("Organization/")
                ? reference
                : teams.organizationOf(reference).orElse("");
        return organization.isEmpty()
                ? Optional.empty()
                : teams.current(organization, clock.instant())
                        .flatMap(CurrentTeam::coordination)
                        .or(() -> Optional.of(organization));
    }

    /** Something by which an address is recognised without keeping it; of none as well. */
    static byte[] print(Optional<String> address) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(address.orElse("").strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
