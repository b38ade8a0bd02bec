package nl.wally.meeting;

import static nl.wally.Answers.ok;
import static nl.wally.Answers.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nl.wally.FhirClient.Answer;
import nl.wally.Messages;
import nl.wally.Neighbourhood;
import nl.wally.Noted;
import nl.wally.ReferralLife;
import nl.wally.ServerIT;
import nl.wally.access.ClientRegistry;
import nl.wally.conformance.Canonicals;
import nl.wally.workflow.Guard;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Practice and Wally meet every quarter (W-11). */
class MeetingIT extends ServerIT {
    @Autowired
    private ClientRegistry clients;

    @Autowired
    private MeetingSweep sweep;

    @Autowired
    private JdbcTemplate jdbc;

    private Neighbourhood here;
    private Instant now;

    @BeforeEach
    void aPracticeOfItsOwn() {
        here = new Neighbourhood(server, clients);
        now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }

    @Test
    void isPlannedByEitherSideOrTheCoordinatorAndSeenByThem() {
        for (String client : List.of(here.his(), here.sanne.client(), Neighbourhood.COORDINATOR)) {
            String meeting = plan(client, now.plus(Duration.ofDays(30)));
            for (String other : List.of(here.his(), here.joris.client(), Neighbourhood.COORDINATOR)) {
                assertThat(server.get(other, "/" + meeting).status()).isEqualTo(200);
            }
            for (String stranger : List.of("his-demo-2", "wally-demo-1", "privacy-demo", "operator-demo")) {
                assertThat(server.get(stranger, "/" + meeting).status()).isEqualTo(404);
            }
        }
        refused(server.post("his-demo-2", "/Appointment", here.meeting(now)), 403, "forbidden");
        String mine = "/Appointment?practice=" + here.practice() + "&status=booked&actor=" + here.gp() + "&date=ge"
                + now.toString().substring(0, 10);
        assertThat(server.get(here.sanne.client(), mine).all(Appointment.class)).hasSize(3);
        assertThat(server.get("wally-demo-1", mine).all(Appointment.class)).isEmpty();
        Appointment talkative = here.meeting(now);
        talkative.setComment("Over mevrouw De Vries");
        Answer answer = server.post(here.his(), "/Appointment", talkative);
        refused(answer, 422, "profile-violation");
        assertThat(answer.body()).doesNotContain("Vries");
    }

    @Test
    void theAgendaIsWhatIsOpenAndWhatHasEndedSinceTheLastMeeting() {
        held(now.minus(Duration.ofDays(100)));
        ReferralLife open = here.refer();
        ReferralLife ended = here.refer();
        ok(ended.step(here.sanne.client(), TaskStatus.ACCEPTED, Set.of()));
        ok(ended.step(here.sanne.client(), TaskStatus.INPROGRESS, Set.of()));
        ok(ended.step(here.sanne.client(), TaskStatus.COMPLETED, EnumSet.of(Guard.G_FEEDBACK, Guard.G_OUTCOME)));
        ReferralLife withdrawn = here.refer();
        Consent consent = server.read(here.his(), withdrawn.reference(Consent.class), Consent.class);
        ok(server.put(here.his(), consent.setStatus(Consent.ConsentState.INACTIVE)));
        String meeting = plan(here.his(), now.plus(Duration.ofMinutes(5)));

        Answer forGp = server.get(here.his(), "/" + meeting + "/$agenda");
        assertThat(numbers(forGp)).containsExactly(number(open), number(ended));
        assertThat(points(forGp)).containsExactly("not-begun", "ended");
        assertThat(forGp.body()).contains(Canonicals.SYSTEM_LIFE_AREA).doesNotContain("Ik slaap");
        assertThat(numbers(server.get(here.sanne.client(), "/" + meeting + "/$agenda")))
                .containsExactly(number(open), number(ended));
        Answer forCoordinator = server.get(Neighbourhood.COORDINATOR, "/" + meeting + "/$agenda");
        assertThat(numbers(forCoordinator)).containsExactly(number(open), number(ended));
        assertThat(forCoordinator.body()).doesNotContain(Canonicals.SYSTEM_LIFE_AREA);
        assertThat(server.get("his-demo-2", "/" + meeting + "/$agenda").status())
                .isEqualTo(404);

        // Once this meeting was held, the next one has only what is still open.
        clock.jumpTo(now.plus(Duration.ofMinutes(6)));
        change(meeting, AppointmentStatus.FULFILLED);
        String next = plan(here.his(), now.plus(Duration.ofDays(80)));
        assertThat(numbers(server.get(here.his(), "/" + next + "/$agenda"))).containsExactly(number(open));
    }

    @Test
    void whoGetsTheAgendaIsOnRecordForEachReferralInIt() {
        ReferralLife life = here.refer();
        String meeting = plan(here.his(), now.plus(Duration.ofDays(1)));
        String onRecord = "/AuditEvent?entity=" + life.reference(Task.class) + "&_count=100";
        long before = ofSanne(onRecord);

        ok(server.get(here.sanne.client(), "/" + meeting + "/$agenda"));

        assertThat(ofSanne(onRecord)).isEqualTo(before + 1);
    }

    /** What she did alone: whoever is told of the same referral meanwhile is on record as well. */
    private long ofSanne(String onRecord) {
        return server.get("privacy-demo", onRecord).all(AuditEvent.class).stream()
                .filter(event ->
                        here.sanne.client().equals(event.getAgentFirstRep().getAltId()))
                .count();
    }

    /** As many as a practice ever had would be too many. */
    @Test
    void whatEndedLongAgoIsDiscussedNoMore() {
        ReferralLife ended = here.refer();
        ok(ended.step(here.sanne.client(), TaskStatus.ACCEPTED, Set.of()));
        ok(ended.step(here.sanne.client(), TaskStatus.INPROGRESS, Set.of()));
        ok(ended.step(here.sanne.client(), TaskStatus.COMPLETED, EnumSet.of(Guard.G_FEEDBACK, Guard.G_OUTCOME)));
        String old = plan(here.his(), Instant.parse("1900-01-01T10:00:00Z"));
        assertThat(numbers(server.get(here.his(), "/" + old + "/$agenda"))).containsExactly(number(ended));

        jdbc.update(
                "update referral set ended_at = ended_at - interval '367 days' where id in"
                        + " (select referral from referral_member where resource = ?::uuid)",
                ended.task().getIdElement().getIdPart());

        assertThat(numbers(server.get(here.his(), "/" + old + "/$agenda"))).isEmpty();
    }

    @Test
    void bothSidesAreRemindedOnceToPlanAndOnceOfWhatIsPlanned() {
        try (Noted noted = new Noted(jdbc)) {
            sweep.run();
            sweep.run();
            assertThat(told(noted, here.teamReference())).containsExactly(here.practice() + " " + here.sanne.role());
            // The team of the example began on the first of January 2025.
            assertThat(here.team()
                            .getExtensionByUrl(Canonicals.EXTENSION_MEETING_DUE)
                            .getValue()
                            .primitiveValue())
                    .isEqualTo("2025-04-01");
            assertThat(overdue()).isTrue();

            String meeting = plan(here.his(), now.plus(Duration.ofDays(1)));
            assertThat(here.team().hasExtension(Canonicals.EXTENSION_MEETING_DUE))
                    .isFalse();
            assertThat(overdue()).isFalse();
            sweep.run();
            sweep.run();
            assertThat(told(noted, meeting)).containsExactly(here.practice() + " " + here.sanne.role());
            assertThat(told(noted, here.teamReference())).isEmpty();

            change(meeting, AppointmentStatus.CANCELLED);
            sweep.run();
            assertThat(overdue()).as("called off: to be planned again").isTrue();
            held(now.minus(Duration.ofDays(2)));
            assertThat(overdue()).isFalse();
        }
    }

    @Test
    void whatTheClientSaysOfRemindersDoesNotCount() {
        here.team(team ->
                team.addExtension(Canonicals.EXTENSION_MEETING_DUE, new org.hl7.fhir.r4.model.DateType("2030-01-01")));
        assertThat(here.team().hasExtension(Canonicals.EXTENSION_MEETING_DUE)).isFalse();
        Appointment meeting = here.meeting(now.plus(Duration.ofDays(60)));
        meeting.addExtension(
                Canonicals.EXTENSION_REMINDED, new org.hl7.fhir.r4.model.DateTimeType("2026-01-01T10:00:00+01:00"));
        Answer answer = server.post(here.his(), "/Appointment", meeting);
        assertThat(answer.resource(Appointment.class).hasExtension(Canonicals.EXTENSION_REMINDED))
                .isFalse();
    }

    @Test
    void theExampleIsAccepted() {
        Appointment example = Messages.example("Appointment-meeting-1", Appointment.class);
        example.setId((String) null);
        assertThat(server.post("his-demo-1", "/Appointment", example).status()).isEqualTo(201);
    }

    private String plan(String client, Instant start) {
        Answer answer = server.post(client, "/Appointment", here.meeting(start));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return "Appointment/" + answer.resource().getIdElement().getIdPart();
    }

    private void held(Instant start) {
        change(plan(here.his(), start), AppointmentStatus.FULFILLED);
    }

    private void change(String meeting, AppointmentStatus status) {
        Appointment known = server.read(here.sanne.client(), meeting, Appointment.class);
        ok(server.put(here.sanne.client(), known.setStatus(status)));
    }

    /** The receivers of each reminder of this since it was last asked. */
    private static List<Object> told(Noted noted, String focus) {
        return noted.take("MEETING_DUE").stream()
                .filter(row -> row.get("focus").equals(focus))
                .map(row -> row.get("receivers"))
                .toList();
    }

    private boolean overdue() {
        return server.get(
                                Neighbourhood.COORDINATOR,
                                "/CareTeam?meeting-due=lt" + LocalDate.now() + "&_count=200&managing-organization="
                                        + here.practice())
                        .all(CareTeam.class)
                        .size()
                == 1;
    }

    private static String number(ReferralLife life) {
        return life.task().getIdentifier().stream()
                .filter(identifier -> Canonicals.REFERRAL_NUMBER.equals(identifier.getSystem()))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    private static List<String> numbers(Answer agenda) {
        return parts(agenda, "number")
                .map(part -> part.getValue().primitiveValue())
                .toList();
    }

    private static List<String> points(Answer agenda) {
        return parts(agenda, "point")
                .map(part -> ((Coding) part.getValue()).getCode())
                .toList();
    }

    private static java.util.stream.Stream<ParametersParameterComponent> parts(Answer agenda, String name) {
        assertThat(agenda.status()).as(agenda.body()).isEqualTo(200);
        return agenda.resource(Parameters.class).getParameter().stream()
                .flatMap(referral -> referral.getPart().stream())
                .filter(part -> part.getName().equals(name));
    }
}
