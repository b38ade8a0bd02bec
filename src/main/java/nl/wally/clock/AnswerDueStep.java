package nl.wally.clock;

import nl.wally.fhir.Change;
import nl.wally.fhir.Stage;
import nl.wally.fhir.Step;
import nl.wally.fhir.Submission;
import nl.wally.shared.References;
import nl.wally.team.WorkingCalendar;
import nl.wally.workflow.SubTask;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;

/** Writes into a question by when its answer is due, where whoever asks leaves that open. A practice works office hours. */
@Component
class AnswerDueStep implements Step {
    private final WorkingCalendar calendar;
    private final ClockProperties settings;
    private final OverdueMark times;

    AnswerDueStep(WorkingCalendar calendar, ClockProperties settings, OverdueMark times) {
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
                .filter(question -> question instanceof CommunicationRequest asked && !asked.hasOccurrence())
                .forEach(question -> ((CommunicationRequest) question)
                        .setOccurrence(times.time(calendar.plusWorkingDays(submission.now(), settings.answerDays()))));
    }
}
