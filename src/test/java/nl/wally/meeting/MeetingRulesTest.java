package nl.wally.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.Codes;
import nl.wally.shared.Problem;
import nl.wally.shared.Refusal;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Meetings of practice and Wally, when the next is due, and what is discussed (W-11). */
class MeetingRulesTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    private static final Instant NOW = Instant.parse("2026-10-01T09:00:00Z");
    private static final Instant NEXT = Instant.parse("2026-10-06T10:30:00Z");
    private static final String GP = "PractitionerRole/gp-1";
    private static final String SANNE = "PractitionerRole/wally-1";
    private static final MeetingFacts FACTS = new MeetingFacts(true, Set.of(GP), Set.of(SANNE));

    @Test
    void isOfBothSidesAndOfNobodyElse() {
        assertThat(judge(null, meeting(NEXT, GP, SANNE))).isEmpty();
        assertThat(judge(null, meeting(NEXT, GP))).contains(Problem.PROFILE_VIOLATION);
        assertThat(judge(null, meeting(NEXT, SANNE))).contains(Problem.PROFILE_VIOLATION);
        assertThat(judge(null, meeting(NEXT, GP, SANNE, "PractitionerRole/stranger")))
                .contains(Problem.PROFILE_VIOLATION);
        Appointment withLeaver = meeting(NEXT, GP, "PractitionerRole/left");
        assertThat(judge(withLeaver, withLeaver.copy().setStatus(AppointmentStatus.CANCELLED)))
                .isEmpty();
    }

    @Test
    void isPlannedByWhoMeetsOrCoordinates() {
        MeetingFacts stranger = new MeetingFacts(false, Set.of(GP), Set.of(SANNE));
        assertThat(MeetingRules.judge(null, meeting(NEXT, GP, SANNE), stranger, NOW)
                        .map(Refusal::problem))
                .contains(Problem.FORBIDDEN);
        Appointment moved = meeting(NEXT, GP, SANNE);
        moved.getExtensionByUrl(Canonicals.EXTENSION_PRACTICE).setValue(new Reference("Organization/practice-2"));
        assertThat(judge(meeting(NEXT, GP, SANNE), moved)).contains(Problem.ELEMENT_IMMUTABLE);
    }

    @Test
    void isHeldOnlyOnceItHasBegunAndThenStaysAsItIs() {
        Appointment planned = meeting(NEXT, GP, SANNE);
        Appointment held = planned.copy().setStatus(AppointmentStatus.FULFILLED);
        assertThat(judge(planned, held)).contains(Problem.PROFILE_VIOLATION);
        assertThat(judge(planned, planned.copy().setStatus(AppointmentStatus.CANCELLED)))
                .isEmpty();
        Appointment past = meeting(NOW.minusSeconds(60), GP, SANNE);
        Appointment over = past.copy().setStatus(AppointmentStatus.FULFILLED);
        assertThat(judge(past, over)).isEmpty();
        assertThat(judge(over, over.copy())).isEmpty();
        assertThat(judge(over, past)).contains(Problem.ELEMENT_IMMUTABLE);
        Appointment reversed = planned.copy().setEnd(Date.from(NEXT.minusSeconds(1)));
        assertThat(judge(planned, reversed)).contains(Problem.PROFILE_VIOLATION);
    }

    @Test
    void isDueAQuarterAfterTheLastOneOrAfterTheTeamBegan() {
        Optional<LocalDate> began = Optional.of(LocalDate.of(2026, 1, 31));
        assertThat(DueRules.due(List.of(), began, NOW, ZONE)).contains(LocalDate.of(2026, 4, 30));
        assertThat(DueRules.due(List.of(), Optional.empty(), NOW, ZONE)).isEmpty();
        Appointment held =
                meeting(Instant.parse("2026-06-30T22:30:00Z"), GP, SANNE).setStatus(AppointmentStatus.FULFILLED);
        assertThat(DueRules.due(List.of(held), began, NOW, ZONE))
                .as("by the day in the Netherlands")
                .contains(LocalDate.of(2026, 10, 1));
        Appointment missed =
                meeting(Instant.parse("2026-09-01T10:00:00Z"), GP, SANNE).setStatus(AppointmentStatus.NOSHOW);
        assertThat(DueRules.due(List.of(held, missed), began, NOW, ZONE)).contains(LocalDate.of(2026, 10, 1));
        assertThat(DueRules.due(List.of(held, meeting(NEXT, GP, SANNE)), began, NOW, ZONE))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "REQUESTED, delivered, false, NOT_BEGUN",
        "ACCEPTED, awaiting-information, false, WAITING",
        "INPROGRESS, intake-done, false, UNDER_WAY",
        "INPROGRESS, intake-done, true, OVERDUE UNDER_WAY",
        "INPROGRESS, cancellation-requested, false, STOP_ASKED UNDER_WAY",
        "ONHOLD, waitlisted, true, OVERDUE WAITING"
    })
    void discussesWhatNeedsIt(TaskStatus status, String progress, boolean overdue, String points) {
        Task task = new Task().setStatus(status);
        task.setBusinessStatus(Codes.concept(Canonicals.SYSTEM_BUSINESS_STATUS, progress));
        if (overdue) {
            task.addExtension(Canonicals.EXTENSION_OVERDUE, new BooleanType(true));
        }
        assertThat(AgendaRules.points(task, true)).extracting(AgendaPoint::name).containsExactly(points.split(" "));
        assertThat(AgendaRules.points(task, false)).containsExactly(AgendaPoint.ENDED);
    }

    private static Optional<Problem> judge(@Nullable Appointment before, Appointment after) {
        return MeetingRules.judge(before, after, FACTS, NOW).map(Refusal::problem);
    }

    private static Appointment meeting(Instant start, String... actors) {
        Appointment meeting = new Appointment().setStatus(AppointmentStatus.BOOKED);
        meeting.addExtension(Canonicals.EXTENSION_PRACTICE, new Reference("Organization/practice-1"));
        meeting.setStart(Date.from(start)).setEnd(Date.from(start.plusSeconds(2700)));
        for (String actor : actors) {
            meeting.addParticipant().setActor(new Reference(actor));
        }
        return meeting;
    }
}
