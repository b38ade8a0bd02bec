package nl.wally.clock;

import nl.wally.fhir.Change;
import nl.wally.fhir.Stage;
import nl.wally.fhir.Step;
import nl.wally.fhir.Submission;
import nl.wally.shared.References;
import nl.wally.team.WorkingCalendar;
import nl.wally.workflow.SubTask;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;

/** Writes into a question by when its answer is due, where whoever asks leaves that open. A practice works office hours. */
@Component
class AnswerDueStep implements Step {
    private final PromiseRules rules;
    private final WorkingCalendar calendar;
    private final ClockProperties settings;
    private final OverdueMark times;

    AnswerDueStep(PromiseRules rules, WorkingCalendar calendar, ClockProperties settings, OverdueMark times) {
        this.rules = rules;
        this.calendar = calendar;
        this.settings = settings;
        this.times = times;
    }

    @Override
    public Stage stage() {
        return Stage.PROMISE;
    }

    @Override
    public void run(Submission submission) {
        submission
                .changesOf(Task.class)
                .filter(change -> change.before() == null && SubTask.isBeside(change.after()))
                .map(change -> References.key(((Task) change.after()).getFocus()))
                .flatMap(focus -> submission.change(focus).stream())
                .map(Change::after)
                .filter(CommunicationRequest.class::isInstance)
                .map(CommunicationRequest.class::cast)
                .filter(question -> rules.answer(question).isEmpty())
                .forEach(question ->
                        write(question, times.time(calendar.plusWorkingDays(submission.now(), settings.answerDays()))));
    }

    private static void write(CommunicationRequest question, DateTimeType due) {
        if (question.getOccurrence() instanceof Period open) {
            open.setEndElement(due);
        } else {
            question.setOccurrence(due);
        }
    }
}
