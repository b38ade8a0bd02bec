package nl.wally.costs;

import static nl.wally.Answers.ok;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import nl.wally.Beside;
import nl.wally.FhirClient;
import nl.wally.FhirClient.Answer;
import nl.wally.Messages;
import nl.wally.conformance.Canonicals;
import nl.wally.coordination.District;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** What the coordinator enters: practices, people, teams, offers, and the meetings of a practice with its Wally. */
final class Directories {
    private final Costs costs;
    private final FhirClient server;
    private final District here;
    private final String contact;
    private final AtomicInteger next = new AtomicInteger();

    Directories(Costs costs, FhirClient server, District here) {
        this.costs = costs;
        this.server = server;
        this.here = here;
        contact = here.hire("Ans Bos");
    }

    void count() {
        String noor = here.role(here.noor).getPractitioner().getReference();
        kept(here.practice, this::organization, one -> one.setName("Praktijk " + next()), "/name");
        kept(noor, this::practitioner, one -> one.getNameFirstRep().setText("Noor " + next()), "/name/0/text");
        kept(here.noor, this::role, one -> one.getTelecomFirstRep().setValue("0570-" + next()), "/telecom/0/value");
        kept(made(offer()), this::offer, one -> one.setName("Wandelgroep " + next()), "/name");
        kept(
                made(team()),
                this::team,
                one -> one.getParticipant().get(1).getPeriod().setStart(new Date(next() * 86_400_000L)),
                "/participant/1/period/start");
        kept(
                made(meeting()),
                this::meeting,
                one -> one.setEnd(Date.from(one.getEnd().toInstant().plus(next(), ChronoUnit.MINUTES))),
                "/end");
        absences();
    }

    /** Makes one like this, and changes what is kept there. */
    private <T extends Resource> void kept(String reference, Supplier<T> fresh, Consumer<T> change, String path) {
        T example = fresh.get();
        String type = example.fhirType();
        costs.of("create " + type, fresh, this::created);
        @SuppressWarnings("unchecked")
        Class<T> known = (Class<T>) example.getClass();
        costs.of(
                "update " + type,
                () -> {
                    T one = server.read(here.coordinator, reference, known);
                    change.accept(one);
                    return one;
                },
                one -> ok(server.put(here.coordinator, one)));
        costs.of(
                "patch " + type,
                () -> server.read(here.coordinator, reference, known),
                one -> ok(server.send(patch(one, path))));
    }

    private java.net.http.HttpRequest.Builder patch(Resource read, String path) {
        String value = switch (path) {
            case "/participant/1/period/start" -> "2025-01-%02d".formatted(1 + next() % 28);
            // Never the hour at which it begins.
            case "/end" -> "2031-03-03T1%d:00:00+01:00".formatted(1 + next() % 9);
            default -> "0570-" + next();
        };
        return server.request(here.coordinator, "/" + Beside.reference(read))
                .header("Content-Type", "application/json-patch+json")
                .header("If-Match", "W/\"" + read.getMeta().getVersionId() + "\"")
                .method(
                        "PATCH",
                        BodyPublishers.ofString(
                                "[{\"op\":\"replace\",\"path\":\"%s\",\"value\":\"%s\"}]".formatted(path, value)));
    }

    /** The Wally of a referral is away, and comes back. */
    private void absences() {
        here.refer();
        costs.of("update PractitionerRole: an absence is entered", () -> away("2031-01-06"), this::updated);
        costs.of("update PractitionerRole: an absence begins", () -> away("2025-06-01"), this::updated);
        costs.of(
                "update PractitionerRole: an absence ends",
                () -> {
                    updated(away("2025-06-01"));
                    PractitionerRole role = here.role(here.noor);
                    role.getNotAvailable().clear();
                    return role;
                },
                this::updated);
    }

    private Answer updated(PractitionerRole role) {
        return ok(server.put(here.coordinator, role));
    }

    /** The role of the Wally, not stored yet, who is there now but away from that day on. */
    private PractitionerRole away(String from) {
        here.role(here.noor, role -> role.getNotAvailable().clear());
        PractitionerRole role = here.role(here.noor);
        role.addNotAvailable()
                .setDescription("afwezig")
                .setDuring(new Period().setStartElement(new DateTimeType(from)));
        return role;
    }

    private Answer created(Resource resource) {
        Answer answer = server.post(here.coordinator, "/" + resource.fhirType(), resource);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer;
    }

    private String made(Resource resource) {
        return Beside.reference(created(resource).resource());
    }

    private int next() {
        return next.incrementAndGet();
    }

    private Organization organization() {
        Organization practice = fresh("Organization-practice-1", Organization.class);
        return practice.setName("Praktijk " + UUID.randomUUID());
    }

    private Practitioner practitioner() {
        return fresh("Practitioner-wally-1", Practitioner.class);
    }

    private PractitionerRole role() {
        PractitionerRole role = fresh("PractitionerRole-wally-1", PractitionerRole.class);
        role.setPractitioner(new Reference(made(practitioner())));
        return role.setOrganization(new Reference(here.organization));
    }

    private HealthcareService offer() {
        HealthcareService offer = fresh("HealthcareService-walking-group", HealthcareService.class);
        return offer.setProvidedBy(new Reference(here.organization));
    }

    private CareTeam team() {
        CareTeam team = fresh("CareTeam-team-1", CareTeam.class);
        String practice = made(organization());
        team.getManagingOrganizationFirstRep().setReference(practice);
        team.getParticipant().clear();
        team.addParticipant()
                .addRole(Messages.concept(Canonicals.SYSTEM_TEAM_ROLE, "coordination"))
                .setMember(new Reference(here.organization));
        // Not Noor: what her absence costs would hang on how many teams were made here.
        District.place(team, "contact", contact);
        District.place(team, "substitute", here.bram);
        return team;
    }

    private Appointment meeting() {
        Appointment meeting = fresh("Appointment-meeting-1", Appointment.class);
        meeting.getExtension().removeIf(extension -> !extension.getUrl().equals(Canonicals.EXTENSION_PRACTICE));
        meeting.getExtensionByUrl(Canonicals.EXTENSION_PRACTICE).setValue(new Reference(here.practice));
        Instant start = Instant.parse("2031-03-03T09:00:00Z");
        meeting.setStart(Date.from(start)).setEnd(Date.from(start.plus(45, ChronoUnit.MINUTES)));
        meeting.getParticipant().get(0).getActor().setReference(here.gp);
        meeting.getParticipant().get(1).getActor().setReference(here.noor);
        return meeting;
    }

    private static <T extends Resource> T fresh(String example, Class<T> type) {
        T resource = Messages.example(example, type);
        resource.setId((String) null);
        return resource;
    }
}
