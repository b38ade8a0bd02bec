package nl.wally.coordination;

import static nl.wally.Answers.ok;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import nl.wally.FhirClient;
import nl.wally.FhirClient.Answer;
import nl.wally.Messages;
import nl.wally.ReferralLife;
import nl.wally.access.ClientRegistry;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.Caller;
import nl.wally.shared.Caller.Capacity;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** A social organisation of a test's own, with a practice whose team it coordinates: Noor is its Wally, Bram her substitute. */
public final class District {
    public final String name = "Stichting Zuid " + UUID.randomUUID().toString().substring(0, 8);
    public final String organization;
    public final String coordinator;
    public final String practice;
    public final String practiceName;
    public final String noor;
    public final String bram;
    public final String team;
    public final String gp;
    public final String his;
    private final FhirClient server;
    private final ClientRegistry clients;

    public District(FhirClient server, ClientRegistry clients) {
        this.server = server;
        this.clients = clients;
        Organization social = Messages.example("Organization-social-1", Organization.class);
        social.setName(name);
        organization = created("coordinator-demo", social);
        coordinator = client(organization, null, Capacity.COORDINATOR);
        Organization gps = Messages.example("Organization-practice-1", Organization.class);
        practiceName = "Praktijk " + UUID.randomUUID().toString().substring(0, 8);
        gps.setName(practiceName);
        practice = created(coordinator, gps);
        noor = hire("Noor Jansen");
        bram = hire("Bram Smit");
        CareTeam made = Messages.example("CareTeam-team-1", CareTeam.class);
        made.getManagingOrganizationFirstRep().setReference(practice);
        made.setParticipant(new ArrayList<>());
        made.addParticipant()
                .addRole(Messages.concept(Canonicals.SYSTEM_TEAM_ROLE, "coordination"))
                .setMember(new Reference(organization));
        place(made, "contact", noor);
        place(made, "substitute", bram);
        team = created(coordinator, made);
        PractitionerRole doctor = Messages.example("PractitionerRole-gp-1", PractitionerRole.class);
        doctor.setOrganization(new Reference(practice));
        gp = created(coordinator, doctor);
        his = client(practice, null, Capacity.PRACTICE);
    }

    public static void place(CareTeam team, String place, String role) {
        team.addParticipant()
                .addRole(Messages.concept(Canonicals.SYSTEM_TEAM_ROLE, place))
                .setMember(new Reference(role))
                .setPeriod(new Period().setStartElement(new DateTimeType("2025-01-01")));
    }

    /** Somebody new, in no team yet. */
    public String hire(String called) {
        Practitioner somebody = Messages.example("Practitioner-wally-1", Practitioner.class);
        String[] parts = called.split(" ");
        somebody.setName(
                List.of(new HumanName().setText(called).addGiven(parts[0]).setFamily(parts[1])));
        PractitionerRole role = Messages.example("PractitionerRole-wally-1", PractitionerRole.class);
        role.setPractitioner(new Reference(created(coordinator, somebody)));
        role.setOrganization(new Reference(organization));
        return created(coordinator, role);
    }

    /** A client by which somebody of the social organisation calls the server. */
    public String client(String role) {
        return client(organization, role, Capacity.SOCIAL_WORKER);
    }

    public ReferralLife refer() {
        return ReferralLife.begin(server, his, from(Messages.referral(1)));
    }

    /** The same message as if this practice and its GP sent it, under numbers that nobody used before. */
    public Bundle from(Bundle ofPractice1) {
        String json = server.json(ofPractice1)
                .replace("Organization/practice-1", practice)
                .replace("PractitionerRole/gp-1", gp);
        return Messages.fresh(Messages.parse(json, Bundle.class));
    }

    /** Doctor and Noor meet; by reference. */
    public String meet(Instant start) {
        Appointment meeting = Messages.example("Appointment-meeting-1", Appointment.class);
        meeting.getExtensionByUrl(Canonicals.EXTENSION_PRACTICE).setValue(new Reference(practice));
        meeting.setStart(Date.from(start)).setEnd(Date.from(start.plus(Duration.ofMinutes(45))));
        meeting.getParticipant().get(0).getActor().setReference(gp);
        meeting.getParticipant().get(1).getActor().setReference(noor);
        return created(coordinator, meeting);
    }

    public void role(String role, Consumer<PractitionerRole> change) {
        PractitionerRole known = role(role);
        change.accept(known);
        ok(server.put(coordinator, known));
    }

    public PractitionerRole role(String role) {
        return server.read(coordinator, role, PractitionerRole.class);
    }

    public CareTeam team() {
        return server.read(coordinator, team, CareTeam.class);
    }

    public void team(Consumer<CareTeam> change) {
        CareTeam known = team();
        change.accept(known);
        ok(server.put(coordinator, known));
    }

    /** Its id alone, as it stands in an address. */
    public static String id(String reference) {
        return reference.substring(reference.indexOf('/') + 1);
    }

    private String client(String of, String role, Capacity capacity) {
        String client = "client-" + UUID.randomUUID();
        clients.register(new Caller(client, of, role, capacity), "demo");
        return client;
    }

    private String created(String by, Resource resource) {
        resource.setId((String) null);
        Answer answer = server.post(by, "/" + resource.fhirType(), resource);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return resource.fhirType() + "/" + answer.resource().getIdElement().getIdPart();
    }
}
