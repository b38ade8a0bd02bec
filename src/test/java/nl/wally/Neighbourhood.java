package nl.wally;

import static nl.wally.Answers.ok;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import nl.wally.FhirClient.Answer;
import nl.wally.access.ClientRegistry;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.Caller;
import nl.wally.shared.Caller.Capacity;
import nl.wally.shared.References;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.CareTeam.CareTeamParticipantComponent;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.PractitionerRole.PractitionerRoleNotAvailableComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** A practice with a team of its own, whose people may come and go without anybody else noticing. */
public final class Neighbourhood {
    public static final String COORDINATOR = "coordinator-demo";
    public static final String SELF = "Organization/social-1";

    /** Somebody of the team: the role, for instance {@code PractitionerRole/…}, and the client of the same person. */
    public record Person(String role, String client) {
        public Reference reference() {
            return new Reference(role);
        }
    }

    private final FhirClient server;
    private final ClientRegistry clients;
    private final String practice;
    private final String his;
    private final String gp;
    private final String team;
    public final Person sanne;
    public final Person joris;

    /** With Sanne as the fixed Wally and Joris as her substitute, in way of working A. */
    public Neighbourhood(FhirClient server, ClientRegistry clients) {
        this.server = server;
        this.clients = clients;
        Organization organization = Messages.example("Organization-practice-1", Organization.class);
        organization.setName("Praktijk " + UUID.randomUUID());
        practice = created(organization);
        sanne = hire("wally");
        joris = hire("wally");
        CareTeam made = Messages.example("CareTeam-team-1", CareTeam.class);
        made.getManagingOrganizationFirstRep().setReference(practice);
        member(made, "contact").setMember(sanne.reference());
        member(made, "substitute").setMember(joris.reference());
        team = created(made);
        PractitionerRole role = Messages.example("PractitionerRole-gp-1", PractitionerRole.class);
        role.setOrganization(new Reference(practice));
        gp = created(role);
        his = "his-" + UUID.randomUUID();
        clients.register(new Caller(his, practice, null, Capacity.PRACTICE), "demo");
    }

    public String practice() {
        return practice;
    }

    public String his() {
        return his;
    }

    /** The GP, for instance {@code PractitionerRole/…}. */
    public String gp() {
        return gp;
    }

    public String teamReference() {
        return team;
    }

    /** Somebody new at the social organisation, with this code of waw-role; in no team yet. */
    public Person hire(String code) {
        Practitioner somebody = Messages.example("Practitioner-wally-1", Practitioner.class);
        somebody.getIdentifier().clear();
        PractitionerRole role = Messages.example("PractitionerRole-wally-1", PractitionerRole.class);
        role.setPractitioner(new Reference(created(somebody)));
        role.getCodeFirstRep().getCodingFirstRep().setCode(code).setDisplay(null);
        String reference = created(role);
        String client = "wally-" + UUID.randomUUID();
        clients.register(new Caller(client, SELF, reference, Capacity.SOCIAL_WORKER), "demo");
        return new Person(reference, client);
    }

    /** A meeting of the GP and Sanne; not stored yet. */
    public Appointment meeting(Instant start) {
        Appointment meeting = Messages.example("Appointment-meeting-1", Appointment.class);
        meeting.setId((String) null);
        meeting.getExtensionByUrl(Canonicals.EXTENSION_PRACTICE).setValue(new Reference(practice));
        meeting.setStart(Date.from(start)).setEnd(Date.from(start.plusSeconds(2700)));
        meeting.getParticipant().get(0).setActor(new Reference(gp));
        meeting.getParticipant().get(1).setActor(sanne.reference());
        return meeting;
    }

    /** Changes somebody's role, as the coordinator. */
    public void role(Person person, Consumer<PractitionerRole> change) {
        PractitionerRole role = server.read(COORDINATOR, person.role(), PractitionerRole.class);
        change.accept(role);
        ok(server.put(COORDINATOR, role));
    }

    /** Changes the team, as the coordinator. */
    public Answer team(Consumer<CareTeam> change) {
        CareTeam changed = team();
        change.accept(changed);
        return server.put(COORDINATOR, changed);
    }

    public CareTeam team() {
        return server.read(COORDINATOR, team, CareTeam.class);
    }

    /** Somebody leaves at once. */
    public void leaves(Person person) {
        role(person, role -> role.setActive(false));
    }

    /** Somebody is away from one moment to another, with or without the agreement to hand over. */
    public void away(Person person, Instant from, Instant to, boolean handOver) {
        role(person, role -> {
            var absence = absent(role, from, to);
            if (handOver) {
                absence.addExtension(Canonicals.EXTENSION_HAND_OVER, new org.hl7.fhir.r4.model.BooleanType(true));
            }
        });
    }

    /** One more absence of a role; the caller stores it. */
    public static PractitionerRoleNotAvailableComponent absent(PractitionerRole role, Instant from, Instant to) {
        return role.addNotAvailable()
                .setDescription("afwezig")
                .setDuring(new Period()
                        .setStartElement(new DateTimeType(Date.from(from)))
                        .setEndElement(new DateTimeType(Date.from(to))));
    }

    /** The participant with this code of waw-team-role; added when there is none. */
    public static CareTeamParticipantComponent member(CareTeam team, String place) {
        return team.getParticipant().stream()
                .filter(participant -> participant
                        .getRoleFirstRep()
                        .getCodingFirstRep()
                        .getCode()
                        .equals(place))
                .findFirst()
                .orElseGet(() -> team.addParticipant()
                        .addRole(Messages.concept(Canonicals.SYSTEM_TEAM_ROLE, place))
                        .setPeriod(new Period().setStartElement(new DateTimeType("2025-01-01"))));
    }

    public static void way(CareTeam team, String way) {
        team.getExtensionByUrl(Canonicals.EXTENSION_WAY_OF_WORKING).setValue(new CodeType(way));
    }

    /** A referral by the practice. */
    public ReferralLife refer() {
        return ReferralLife.begin(server, his, referral());
    }

    /** A referral of the practice, to be sent. */
    public Bundle referral() {
        return from(Messages.referral(1));
    }

    /** The same message as if this practice and its GP sent it, under numbers that nobody used before. */
    public Bundle from(Bundle ofPractice1) {
        String json = server.json(ofPractice1);
        json = json.replace("Organization/practice-1", practice).replace("PractitionerRole/gp-1", gp);
        return Messages.fresh((Bundle)
                ca.uhn.fhir.context.FhirContext.forR4Cached().newJsonParser().parseResource(json));
    }

    /** Who may own the Task. */
    public static List<String> recipients(ReferralLife life) {
        return life.task().getRestriction().getRecipient().stream()
                .map(References::key)
                .toList();
    }

    /** Stores a new resource of the directory, as the coordinator. */
    public String created(Resource resource) {
        resource.setId((String) null);
        Answer answer = server.post(COORDINATOR, "/" + resource.fhirType(), resource);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return resource.fhirType() + "/" + answer.resource().getIdElement().getIdPart();
    }
}
