package nl.wally.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.wally.shared.Language;
import nl.wally.shared.Words;
import nl.wally.workflow.StateTable;
import nl.wally.worklist.Todo.Group;
import nl.wally.worklist.TodoRules.Facts;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;

/** What comes next with a referral, and by when, for everything that its Task can show. */
class TodoRulesTest {
    /** A Monday. */
    private static final LocalDate TODAY = LocalDate.parse("2026-11-30");

    private static final List<TaskStatus> OPEN = List.of(
            TaskStatus.REQUESTED, TaskStatus.RECEIVED, TaskStatus.ACCEPTED, TaskStatus.INPROGRESS, TaskStatus.ONHOLD);

    @Test
    void hasSomethingToDoForEachStateInWhichSomethingIsToBeDone() {
        String ended = "This has ended. There is nothing left to do.";
        for (var state : TaskStatus.values()) {
            for (String progress : StateTable.load().of(state).stream()
                    .flatMap(one -> one.businessStatuses().stream())
                    .toList()) {
                Words says = judge(facts(state, progress)).says();
                assertThat(says.english().equals(ended))
                        .as(state + " " + progress)
                        .isNotEqualTo(OPEN.contains(state));
                assertThat(says.in(Language.DUTCH)).isNotEqualTo(says.english());
            }
        }
    }

    @Test
    void standsWhereItsStateIsUnlessAPromiseWasNotKept() {
        assertThat(OPEN.stream().map(state -> judge(facts(state, "")).group()))
                .containsExactly(Group.FRESH, Group.FRESH, Group.CONTACT, Group.RUNNING, Group.HELD);
        Facts late =
                new Facts(TaskStatus.ACCEPTED, "contact-planned", day(-3), day(-4), Optional.empty(), Optional.empty());
        assertThat(judge(late).group()).isEqualTo(Group.LATE);
        assertThat(judge(late).says().english()).isEqualTo("Call the person for the first time.");
    }

    @Test
    void countsInWorkingDaysFromToday() {
        assertThat(left(0)).isEqualTo("today at the latest");
        assertThat(left(1)).isEqualTo("1 working day left");
        assertThat(left(4)).isEqualTo("4 working days left");
        assertThat(left(7)).isEqualTo("5 working days left");
        assertThat(left(-3)).isEqualTo("1 working day late");
        assertThat(left(-4)).isEqualTo("2 working days late");
    }

    @Test
    void tellsByWhenTheNextPromiseIsToBeKept() {
        Facts tried = new Facts(
                TaskStatus.ACCEPTED, "contact-attempted", Optional.empty(), day(2), Optional.empty(), day(14));
        assertThat(judge(tried).until()).isEqualTo(day(14));
        Facts held = new Facts(TaskStatus.ONHOLD, "", Optional.empty(), day(2), day(20), day(14));
        assertThat(judge(held).until()).isEqualTo(day(20));
        assertThat(judge(facts(TaskStatus.INPROGRESS, "")).until()).isEmpty();
    }

    private static String left(int days) {
        Optional<LocalDate> overdue = days < 0 ? day(days) : Optional.empty();
        Facts facts =
                new Facts(TaskStatus.REQUESTED, "delivered", overdue, day(days), Optional.empty(), Optional.empty());
        return judge(facts).left().in(Language.ENGLISH);
    }

    private static Facts facts(TaskStatus status, String progress) {
        return new Facts(status, progress, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Optional<LocalDate> day(int from) {
        return Optional.of(TODAY.plusDays(from));
    }

    /** Of somebody who works from Monday to Friday. */
    private static Todo judge(Facts facts) {
        return TodoRules.judge(facts, TODAY, (from, to) -> (int) from.datesUntil(to)
                .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0)
                .count());
    }
}
