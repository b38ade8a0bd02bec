package nl.wally.mail;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.wally.Directory;
import nl.wally.FhirClient;
import nl.wally.Messages;
import nl.wally.ReferralLife;
import nl.wally.conformance.Marked;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;

/** A practice, its GP, Wally, substitute and coordinator, each with an e-mail address that nobody else has. */
final class Town {
    /** What people write in words of their own, in JSON of FHIR. */
    private static final Pattern WORDS =
            Pattern.compile("(\"(?:text|family|city|valueString)\"\\s*:\\s*\")([^\"]+)(?=\")");

    final Directory directory;
    final String practice;
    final String gp;
    final String sanne;
    final String joris;
    final String team;
    final String practiceMail = address();
    final String sanneMail = address();
    final String jorisMail = address();
    final String socialMail = address();
    private final FhirClient server;

    Town(FhirClient server, Directory known) {
        this.server = server;
        this.directory = known.apart("Welzijn De Brug");
        practice = directory.practice("Huisartsen De Brug");
        sanne = directory.wally("Sanne Mol");
        joris = directory.wally("Joris Prins");
        moves(sanne, sanneMail);
        moves(joris, jorisMail);
        team = directory.team(practice, "A", Map.of("contact", sanne, "substitute", joris));
        gp = directory.gp(practice, "Dr. Vos");
        directory.change(practice, Organization.class, one -> one.setTelecom(List.of(email(practiceMail))));
        directory.change(directory.social, Organization.class, one -> one.setTelecom(List.of(email(socialMail))));
    }

    /** From now on somebody gets e-mail at another address. */
    void moves(String role, String to) {
        directory.change(
                role,
                PractitionerRole.class,
                one -> one.setTelecom(List.of(
                        new ContactPoint().setSystem(ContactPointSystem.PHONE).setValue("0570-123456"), email(to))));
    }

    /** From now on somebody has no address. */
    void losesAddress(String role) {
        directory.change(
                role,
                PractitionerRole.class,
                one -> one.getTelecom().removeIf(point -> point.getSystem() == ContactPointSystem.EMAIL));
    }

    /** Thea's referral with a mark in all words, numbers and names. */
    ReferralLife referral() {
        Bundle bundle =
                Messages.fresh(Messages.parse(planted(server.json(directory.referral(practice, gp))), Bundle.class));
        for (var entry : bundle.getEntry()) {
            if (entry.getResource() instanceof Patient person) {
                var number = person.getIdentifierFirstRep();
                number.setValue(Marked.MARK + number.getValue());
                entry.getRequest().setIfNoneExist("identifier=" + number.getSystem() + "|" + number.getValue());
            }
            if (entry.getResource() instanceof ServiceRequest referral) {
                referral.getIdentifierFirstRep().setValue(Marked.MARK + UUID.randomUUID());
            }
        }
        return ReferralLife.begin(server, practice, bundle);
    }

    /** The same of the people of this town, instead of those of the examples. */
    <T extends Resource> T ours(T example) {
        String json = server.json(example)
                .replace("PractitionerRole/gp-1", gp)
                .replace("PractitionerRole/wally-1", sanne)
                .replace("Organization/practice-1", practice)
                .replace("Organization/social-1", directory.social);
        @SuppressWarnings("unchecked")
        T ours = (T) Messages.parse(json, example.getClass());
        return ours;
    }

    private static String planted(String json) {
        return WORDS.matcher(json).replaceAll("$1$2 " + Marked.MARK);
    }

    static String address() {
        return "m" + UUID.randomUUID() + "@post.example";
    }

    private static ContactPoint email(String address) {
        return new ContactPoint().setSystem(ContactPointSystem.EMAIL).setValue(address);
    }
}
