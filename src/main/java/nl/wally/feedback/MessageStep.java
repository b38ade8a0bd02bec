package nl.wally.feedback;

import static nl.wally.shared.Words.words;

import java.util.List;
import java.util.Optional;
import nl.wally.conformance.Canonicals;
import nl.wally.fhir.Referral;
import nl.wally.fhir.Stage;
import nl.wally.fhir.Step;
import nl.wally.fhir.Store;
import nl.wally.fhir.Submission;
import nl.wally.shared.Caller;
import nl.wally.shared.Problem;
import nl.wally.shared.References;
import nl.wally.shared.Refusal;
import nl.wally.shared.RefusedException;
import nl.wally.workflow.ReferralFile;
import nl.wally.workflow.SubTask;
import nl.wally.workflow.TaskCompletion;
import nl.wally.workflow.TaskFactFinding;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.ParameterComponent;
import org.springframework.stereotype.Component;

/** Takes in what the GP side tells after sending: messages, answers, and what it adds to {@code Task.input}. */
@Component
class MessageStep implements Step {
    private final ReferralFile file;
    private final TaskFactFinding finding;
    private final Speakers speakers;
    private final Store store;

    MessageStep(ReferralFile file, TaskFactFinding finding, Speakers speakers, Store store) {
        this.file = file;
        this.finding = finding;
        this.speakers = speakers;
        this.store = store;
    }

    @Override
    public Stage stage() {
        return Stage.DECIDE;
    }

    @Override
    public void run(Submission submission) {
        submission.eachRequested(change -> {
            if (change.before() == null && change.after() instanceof Communication said && MessageRules.isMeant(said)) {
                takeIn(submission, said);
            } else if (change.before() instanceof Task before && !SubTask.isBeside(before)) {
                judgeInput(submission, before, (Task) change.after());
            }
        });
    }

    private void takeIn(Submission submission, Communication said) {
        Referral referral = ReferralFile.of(submission)
                .orElseThrow(() -> new RefusedException(
                        said.hasBasedOn() || said.hasPartOf()
                                ? Problem.REFERENCE_UNRESOLVED
                                : Problem.PROFILE_VIOLATION,
                        "Communication",
                        words("A message is partOf the Task of one referral; an answer is basedOn its question")));
        Task after = file.part(submission, referral, Task.class).orElseThrow();
        Task before = file.storedTask(submission, referral);
        Optional<CommunicationRequest> question =
                store.read(References.key(said.getBasedOnFirstRep()), CommunicationRequest.class);
        said.getBasedOn().removeIf(Reference::isEmpty);
        fillIn(said, submission, after, question);
        var setting = new MessageRules.Setting(
                finding.actors(submission, referral, before),
                before,
                after,
                question,
                speakers.maySpeakAs(submission.caller(), References.key(said.getSender())),
                submission.now());
        refuse(MessageRules.judge(said, setting));
        said.setReceived(null);
        said.getExtension().removeIf(extension -> Canonicals.EXTENSION_PRACTICE.equals(extension.getUrl()));
        said.addExtension(Canonicals.EXTENSION_PRACTICE, new Reference(referral.practice()));
    }

    private static void fillIn(
            Communication said, Submission submission, Task task, Optional<CommunicationRequest> question) {
        if (!said.hasSender()) {
            said.setSender(new Reference(submission.caller().agent()));
        }
        if (MessageRules.isAnswer(said) && !said.hasPartOf()) {
            said.addPartOf(new Reference(References.key(task)));
        }
        if (!said.hasRecipient()) {
            said.addRecipient(
                    MessageRules.isAnswer(said)
                            ? question.map(asked -> asked.getRequester().copy()).orElseGet(Reference::new)
                            : task.getOwner().copy());
        }
    }

    /** Whether anybody may add an input now is for the table of updates to say; what may be added, is said here. */
    private void judgeInput(Submission submission, Task before, Task after) {
        List<ParameterComponent> inputs = after.getInput();
        int known = Math.min(before.getInput().size(), inputs.size());
        if (submission.caller().capacity() != Caller.Capacity.PRACTICE
                || TaskCompletion.isTerminal(before.getStatus())) {
            return;
        }
        for (ParameterComponent input : inputs.subList(known, inputs.size())) {
            Optional<Communication> said = input.getValue() instanceof Reference reference
                    ? file.find(submission, References.key(reference), Communication.class)
                    : Optional.empty();
            refuse(MessageRules.judgeInput(input, said, before));
        }
    }

    private static void refuse(Optional<Refusal> refusal) {
        refusal.ifPresent(why -> {
            throw new RefusedException(List.of(why));
        });
    }
}
