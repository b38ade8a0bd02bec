package nl.wally.mail;

import java.util.List;
import java.util.Optional;
import nl.wally.conformance.Canonicals;
import nl.wally.fhir.Custodies;
import nl.wally.fhir.Referral;
import nl.wally.fhir.Referrals;
import nl.wally.fhir.Sight;
import nl.wally.fhir.Store;
import nl.wally.shared.Caller;
import nl.wally.shared.Caller.Capacity;
import nl.wally.shared.References;
import nl.wally.team.Teams;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;

/** Whether somebody may see what a letter is about, at the moment at which it goes out. */
@Component
class Readers {
    private final Store store;
    private final Referrals referrals;
    private final Custodies custodies;
    private final Teams teams;
    private final Sight sight;

    Readers(Store store, Referrals referrals, Custodies custodies, Teams teams, Sight sight) {
        this.store = store;
        this.referrals = referrals;
        this.custodies = custodies;
        this.teams = teams;
        this.sight = sight;
    }

    /** What is left of a letter that may go. */
    Optional<Readable> readable(Letter letter) {
        if (letter.to().startsWith("PractitionerRole/") && custodies.hasLeft(letter.to())) {
            return Optional.empty();
        }
        if (!Links.isShown(letter.about())) {
            return Optional.of(new Readable(letter, List.of()));
        }
        return store.read(letter.about())
                .filter(resource -> maySee(letter.to(), resource))
                .map(resource -> new Readable(letter, persons(resource)));
    }

    private boolean maySee(String reader, Resource resource) {
        String id = resource.getIdElement().getIdPart();
        List<Referral> theirs = referrals.of(List.of(id)).getOrDefault(id, List.of());
        String organization = reader.startsWith("Organization/")
                ? reader
                : teams.organizationOf(reader).orElse("");
        Caller caller = new Caller(
                "mail",
                organization,
                reader.startsWith("Organization/") ? null : reader,
                capacity(reader, organization, resource, theirs));
        return sight.maySee(caller, resource, theirs);
    }

    /** On which side somebody stands: the practice's, or as a person that of the Wallies, or their organisation's. */
    private static Capacity capacity(String reader, String organization, Resource resource, List<Referral> theirs) {
        boolean practice =
                theirs.stream().anyMatch(referral -> referral.practice().equals(organization))
                        || practiceOf(resource).equals(organization);
        if (practice) {
            return Capacity.PRACTICE;
        }
        return reader.equals(organization) ? Capacity.COORDINATOR : Capacity.SOCIAL_WORKER;
    }

    /** The practice of a team, or of a meeting; empty for anything else. */
    static String practiceOf(Resource resource) {
        if (resource instanceof CareTeam team) {
            return References.key(team.getManagingOrganizationFirstRep());
        }
        return resource instanceof Appointment meeting
                ? meeting.getExtensionsByUrl(Canonicals.EXTENSION_PRACTICE).stream()
                        .map(practice -> References.key((Reference) practice.getValue()))
                        .findFirst()
                        .orElse("")
                : "";
    }

    /** Whose referral it is about, for the record. */
    static List<String> persons(Resource resource) {
        Reference person = resource instanceof Task task
                ? task.getFor()
                : resource instanceof Communication communication ? communication.getSubject() : new Reference();
        String key = References.key(person);
        return key.isEmpty() ? List.of() : List.of(key);
    }

    /**
     * A letter that may go.
     *
     * @param persons whose referral it is about, for the record
     */
    record Readable(Letter letter, List<String> persons) {}
}
