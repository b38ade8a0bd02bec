package nl.wally.workflow;

import nl.wally.fhir.Authorship;
import nl.wally.fhir.Referral;
import nl.wally.fhir.Submission;
import nl.wally.shared.Caller;
import nl.wally.shared.References;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.CommunicationRequest.CommunicationRequestStatus;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.springframework.stereotype.Component;

/** What the server does with sub-Tasks of itself: they end with the referral, and what is asked follows its owner. */
@Component
class SubTaskClosing {
    private final ReferralFile file;

    SubTaskClosing(ReferralFile file) {
        this.file = file;
    }

    /** The referral ends, whoever ends it: what is still open is cancelled, and its questions with it. */
    void close(Submission submission, Referral referral) {
        for (Task open : file.subTasks(submission, referral)) {
            if (open.getStatus() == TaskStatus.REQUESTED) {
                Task closed = open.copy().setStatus(TaskStatus.CANCELLED);
                closed.setLastModifiedElement(TaskCompletion.lastModified(closed, submission.now()));
                submission.update(open, closed);
                submission.create(
                        Authorship.of(submission, Caller.SYSTEM, References.key(open), "cancelled"), referral);
                settle(submission, closed);
            }
        }
    }

    /** The question of an information Task ends as the Task does; a cancellation Task has none. */
    void settle(Submission submission, Task ended) {
        String focus = References.key(ended.getFocus());
        file.find(submission, focus, CommunicationRequest.class)
                .filter(question -> question.getStatus() == CommunicationRequestStatus.ACTIVE)
                .ifPresent(question -> submission.update(
                        question,
                        question.copy()
                                .setStatus(
                                        ended.getStatus() == TaskStatus.COMPLETED
                                                ? CommunicationRequestStatus.COMPLETED
                                                : CommunicationRequestStatus.REVOKED)));
    }

    /** Whoever owns the referral now is the one to answer a request to stop it. */
    void follow(Submission submission, Referral referral, Task main) {
        for (Task open : file.subTasks(submission, referral)) {
            if (SubTask.of(open).filter(SubTask.CANCELLATION::equals).isPresent()
                    && open.getStatus() == TaskStatus.REQUESTED) {
                Task followed = open.copy().setOwner(main.getOwner().copy());
                followed.setLastModifiedElement(TaskCompletion.lastModified(followed, submission.now()));
                submission.update(open, followed);
            }
        }
    }
}
