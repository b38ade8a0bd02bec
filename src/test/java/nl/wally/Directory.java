package nl.wally;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import nl.wally.FhirClient.Answer;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.Caller;
import nl.wally.shared.Caller.Capacity;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/**
 * Practices, people and teams of a test's own, entered by the coordinator of {@code Organization/social-1}. Each practice and
 * each person calls the server under their own reference, for instance {@code Organization/4711}, with a token that stays
 * valid whatever the test clock says.
 */
public final class Directory {
    /** The client that enters them. */
    public static final String COORDINATOR = "coordinator-demo";

    /** Who employs them and looks after the teams. */
    public static final String SOCIAL = "Organization/social-1";

    /** Who employs the people of this directory and looks after its teams. */
    public final String social;

    private final FhirClient server;
    private final SignedTokens signed;
    private final String coordinator;

    public Directory(FhirClient server, SignedTokens signed) {
        this(server, signed, SOCIAL, COORDINATOR);
        know(COORDINATOR, SOCIAL, null, Capacity.COORDINATOR);
    }

    private Directory(FhirClient server, SignedTokens signed, String social, String coordinator) {
        this.server = server;
        this.signed = signed;
        this.social = social;
        this.coordinator = coordinator;
    }

    /** The same of a social organisation of its own, for who looks at what its coordinator hears. */
    public Directory apart(String name) {
        Organization organization = Messages.example("Organization-social-1", Organization.class);
        organization.setName(name);
        String reference = create(organization);
        know(reference, reference, null, Capacity.COORDINATOR);
        return new Directory(server, signed, reference, reference);
    }

    /** A new practice, without a team. */
    public String practice(String name) {
        Organization practice = Messages.example("Organization-practice-1", Organization.class);
        practice.setName(name);
        String reference = create(practice);
        know(reference, reference, null, Capacity.PRACTICE);
        return reference;
    }

    /** A GP of a practice that has a team. */
    public String gp(String practice, String name) {
        return role("PractitionerRole-gp-1", name, practice);
    }

    /** A new Wally. */
    public String wally(String name) {
        return worker("PractitionerRole-wally-1", name);
    }

    /** A new wellbeing coach. */
    public String coach(String name) {
        return worker("PractitionerRole-coach-1", name);
    }

    private String worker(String example, String name) {
        String role = role(example, name, social);
        know(role, social, role, Capacity.SOCIAL_WORKER);
        return role;
    }

    /**
     * The team of a practice.
     *
     * @param way of working: A, B or C
     * @param members who is contact, substitute and coach; what is left out is a gap
     */
    public String team(String practice, String way, Map<String, String> members) {
        CareTeam team = Messages.example("CareTeam-team-1", CareTeam.class);
        team.getManagingOrganizationFirstRep().setReference(practice);
        team.getExtensionByUrl(Canonicals.EXTENSION_WAY_OF_WORKING).setValue(new CodeType(way));
        team.setParticipant(new ArrayList<>(List.of(team.getParticipantFirstRep())));
        team.getParticipantFirstRep().getMember().setReference(social);
        members.forEach((role, member) -> join(team, role, member, "2025-01-01"));
        return create(team);
    }

    /** Adds a member to a team from that day on; the caller stores it. */
    public static void join(CareTeam team, String role, String member, String from) {
        team.addParticipant()
                .addRole(Messages.concept(Canonicals.SYSTEM_TEAM_ROLE, role))
                .setMember(new Reference(member))
                .setPeriod(new Period().setStartElement(new DateTimeType(from)));
    }

    /** Changes what is stored. */
    public <T extends Resource> void change(String reference, Class<T> type, Consumer<T> change) {
        T known = server.read(coordinator, reference, type);
        change.accept(known);
        Answer answer = server.put(coordinator, known);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    /** Thea's referral as this GP sends it from this practice, under numbers that nobody used before. */
    public Bundle referral(String practice, String gp) {
        String json = server.json(Messages.referral(1))
                .replace("Organization/practice-1", practice)
                .replace("PractitionerRole/gp-1", gp);
        return Messages.parse(json, Bundle.class);
    }

    private String role(String example, String name, String organization) {
        Practitioner person = Messages.example("Practitioner-wally-1", Practitioner.class);
        String[] names = name.split(" ", 2);
        person.setName(List.of(new HumanName().setText(name).addGiven(names[0]).setFamily(names[names.length - 1])));
        PractitionerRole role = Messages.example(example, PractitionerRole.class);
        role.setPractitioner(new Reference(create(person)).setDisplay(name));
        role.setOrganization(new Reference(organization));
        return create(role);
    }

    private String create(Resource resource) {
        resource.setId((String) null);
        Answer answer = server.post(coordinator, "/" + resource.fhirType(), resource);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return resource.fhirType() + "/" + answer.resource().getIdElement().getIdPart();
    }

    private void know(String client, String organization, String role, Capacity capacity) {
        server.tokens().know(client, signed.of(new Caller(client.replace('/', '-'), organization, role, capacity)));
    }
}
