package nl.wally.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import nl.wally.clock.Promise.Kind;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.Codes;
import nl.wally.team.DutchCalendar;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromiseRulesTest {
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final Set<TaskStatus> ENDS = EnumSet.of(
            TaskStatus.COMPLETED,
            TaskStatus.REJECTED,
            TaskStatus.FAILED,
            TaskStatus.CANCELLED,
            TaskStatus.ENTEREDINERROR);
    private static final Set<TaskStatus> OPEN = EnumSet.of(
            TaskStatus.REQUESTED, TaskStatus.RECEIVED, TaskStatus.ACCEPTED, TaskStatus.INPROGRESS, TaskStatus.ONHOLD);

    private final PromiseRules rules = new PromiseRules(DutchCalendar.CALENDAR);

    @Test
    void everyChangeOfStatusKeepsWhatItShows() {
        for (TaskStatus from : OPEN) {
            for (TaskStatus to : OPEN) {
                Set<Kind> expected = EnumSet.noneOf(Kind.class);
                if (to == TaskStatus.INPROGRESS && from != TaskStatus.INPROGRESS) {
                    expected.add(Kind.FIRST_CONTACT);
                }
                if (from == TaskStatus.ONHOLD && to != TaskStatus.ONHOLD) {
                    expected.add(Kind.RESUME);
                }
                assertThat(PromiseRules.kept(in(from), in(to)))
                        .as("%s to %s", from, to)
                        .isEqualTo(expected);
                assertThat(PromiseRules.pauses(in(from), in(to)))
                        .isEqualTo(to == TaskStatus.ONHOLD && from != TaskStatus.ONHOLD);
            }
            for (TaskStatus end : ENDS) {
                assertThat(PromiseRules.kept(in(from), in(end))).containsExactlyInAnyOrder(Kind.values());
                assertThat(PromiseRules.kept(in(end), in(TaskStatus.ENTEREDINERROR)))
                        .isEmpty();
            }
        }
    }

    @Test
    void aWallyWhoSaysThatSheTriedHasTried() {
        Task tried = in(TaskStatus.ACCEPTED);
        tried.setBusinessStatus(Codes.concept(Canonicals.SYSTEM_BUSINESS_STATUS, "contact-attempted"));
        assertThat(PromiseRules.kept(in(TaskStatus.ACCEPTED), tried)).containsExactly(Kind.FIRST_CONTACT);
        assertThat(PromiseRules.kept(tried, tried.copy())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "contact-attempt, FIRST_CONTACT",
        "interim-feedback, FEEDBACK",
        "final-feedback, FEEDBACK",
        "message,",
        "information-answer,",
        "closing-notice,"
    })
    void whatIsSaidKeepsWhatItIsAbout(String category, Kind kept) {
        var said = new Communication().addCategory(Codes.concept(Canonicals.SYSTEM_COMMUNICATION_CATEGORY, category));
        assertThat(PromiseRules.kept(said)).isEqualTo(kept == null ? Set.of() : Set.of(kept));
    }

    @ParameterizedTest
    @CsvSource({
        "2027-06-10T12:15:00+02:00, 2027-06-10T12:15",
        "2027-06-10T12:15:00Z, 2027-06-10T14:15",
        "2027-06-10, 2027-06-10T17:00",
        "2027-03-28, 2027-03-28T17:00",
        "2027-02, 2027-02-28T17:00",
        "2027, 2027-12-31T17:00"
    })
    void aDateMeansTheEndOfOfficeHours(String wanted, String due) {
        Task task = in(TaskStatus.REQUESTED);
        task.getRestriction().setPeriod(new Period().setEndElement(new DateTimeType(wanted)));
        assertThat(local(rules.feedback(task, Optional.empty()))).contains(due);
        var request = new CommunicationRequest().setOccurrence(new DateTimeType(wanted));
        assertThat(local(rules.feedback(in(TaskStatus.REQUESTED), Optional.of((CommunicationRequest) request))))
                .contains(due);
        assertThat(local(rules.answer((CommunicationRequest) request))).contains(due);
    }

    @Test
    void theTaskSaysBetterThanTheRequestByWhenFeedbackIsWanted() {
        Task task = in(TaskStatus.REQUESTED);
        task.getRestriction().setPeriod(new Period().setEndElement(new DateTimeType("2027-06-10")));
        CommunicationRequest request = new CommunicationRequest();
        request.setOccurrence(new DateTimeType("2027-06-17"));
        assertThat(local(rules.feedback(task, Optional.of(request)))).contains("2027-06-10T17:00");
        request.setOccurrence(new Period().setEndElement(new DateTimeType("2027-06-18")));
        assertThat(local(rules.feedback(in(TaskStatus.REQUESTED), Optional.of(request))))
                .contains("2027-06-18T17:00");
        assertThat(rules.feedback(in(TaskStatus.REQUESTED), Optional.empty())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2027-06-10, 2027-06-10T17:00", "2027-06-12, 2027-06-14T17:00", "2027-12-25, 2027-12-27T17:00"})
    void whatIsOnHoldGoesOnByTheEndOfTheFirstWorkingDay(String date, String due) {
        Task task = in(TaskStatus.ONHOLD);
        task.addExtension(Canonicals.EXTENSION_RESUME_DATE, new DateType(date));
        assertThat(local(rules.resume(task, new PractitionerRole()))).contains(due);
    }

    @ParameterizedTest
    @CsvSource({
        "2027-06-18T17:00, 2027-06-07T12:00, 2027-06-14T12:00, 2027-06-25T17:00",
        "2027-06-18T17:00, 2027-06-07T09:00, 2027-06-07T16:00, 2027-06-18T17:00",
        "2027-06-18T17:00, 2027-06-11T18:00, 2027-06-14T08:00, 2027-06-21T17:00",
        "2027-06-10T17:00, 2027-06-14T09:00, 2027-07-14T09:00, 2027-06-10T17:00"
    })
    void whatWasOnHoldIsLaterByAsManyWorkingDays(String due, String paused, String now, String later) {
        assertThat(local(Optional.of(rules.afterPause(at(due), at(paused), at(now), new PractitionerRole()))))
                .contains(later);
    }

    private static Task in(TaskStatus status) {
        return new Task().setStatus(status);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(AMSTERDAM).toInstant();
    }

    private static Optional<String> local(Optional<Instant> moment) {
        return moment.map(one -> LocalDateTime.ofInstant(one, AMSTERDAM).toString());
    }
}
