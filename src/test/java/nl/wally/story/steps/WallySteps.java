package nl.wally.story.steps;

import io.cucumber.java.ParameterType;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;
import java.time.LocalDate;
import nl.wally.Messages;
import nl.wally.ReferralLife;
import nl.wally.conformance.Canonicals;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;

/** What a Wally, a substitute or a coach does with a referral. */
public class WallySteps {
    private final World world;

    public WallySteps(World world) {
        this.world = world;
    }

    /** Why something stops or waits. */
    @ParameterType("(?:zij|er|de|het) .*")
    public String reden(String words) {
        return Words.reason(words);
    }

    @When("{wie} de verwijzing opent")
    public void opens(String who) {
        step(who, TaskStatus.RECEIVED);
    }

    @Given("{wie} heeft de verwijzing aangenomen")
    @When("{wie} de verwijzing aanneemt")
    public void accepts(String who) {
        step(who, TaskStatus.ACCEPTED);
    }

    @Given("{wie} is met Thea begonnen")
    @When("{wie} met Thea begint")
    public void begins(String who) {
        step(who, TaskStatus.INPROGRESS);
    }

    @When("{wie} verder gaat met Thea")
    public void resumes(String who) {
        step(who, TaskStatus.INPROGRESS);
    }

    @When("{wie} Thea belt en geen gehoor krijgt")
    public void callsInVain(String who) {
        attempt(who, "no-answer");
    }

    @When("{wie} Thea belt en haar spreekt")
    public void calls(String who) {
        attempt(who, "reached");
    }

    @When("{wie} op huisbezoek is geweest")
    public void visited(String who) {
        progress(who, "intake-done");
    }

    @When("{wie} Thea naar de schuldhulpverlening brengt")
    public void refersOnward(String who) {
        world.answered(world.referral().change(world.the(who), task -> {
            task.addOutput()
                    .setType(Messages.concept(Canonicals.SYSTEM_TASK_OUTPUT, "onward-referral"))
                    .setValue(new StringType("Schuldhulpverlening van de gemeente"));
            task.setBusinessStatus(Messages.concept(Canonicals.SYSTEM_BUSINESS_STATUS, "referred-onward"));
        }));
    }

    @When("{wie} tussentijds terugkoppelt: {string}")
    public void interim(String who, String text) {
        Task task = world.referral().task();
        Communication interim = Messages.interim(feedback(who, task, text), text);
        world.answered(world.server().post(world.the(who), "/Communication", interim));
        progress(who, "interim-feedback-sent");
    }

    @When("{wie} de verwijzing afrondt met de terugkoppeling: {string}")
    public void completes(String who, String text) {
        Task task = world.referral().task().setStatus(TaskStatus.COMPLETED);
        task.addOutput()
                .setType(Messages.concept(Canonicals.SYSTEM_TASK_OUTPUT, "outcome"))
                .setValue(Messages.concept(Canonicals.SYSTEM_OUTCOME, "helped"));
        end(who, task, text);
    }

    @When("{wie} de verwijzing teruggeeft omdat {reden}, met de terugkoppeling: {string}")
    public void rejects(String who, String reason, String text) {
        end(
                who,
                world.referral().task().setStatus(TaskStatus.REJECTED).setStatusReason(ReferralLife.reason(reason)),
                text);
    }

    @When("{wie} stopt omdat {reden}, met de terugkoppeling: {string}")
    public void fails(String who, String reason, String text) {
        end(
                who,
                world.referral().task().setStatus(TaskStatus.FAILED).setStatusReason(ReferralLife.reason(reason)),
                text);
    }

    @When("{wie} de verwijzing wil afronden zonder terugkoppeling")
    public void completesSilently(String who) {
        world.answered(world.referral()
                .change(
                        world.the(who),
                        task -> task.setStatus(TaskStatus.COMPLETED)
                                .addOutput()
                                .setType(Messages.concept(Canonicals.SYSTEM_TASK_OUTPUT, "outcome"))
                                .setValue(Messages.concept(Canonicals.SYSTEM_OUTCOME, "helped"))));
    }

    @When("{wie} de verwijzing in de wacht zet tot {dag}, omdat {reden}")
    public void holds(String who, LocalDate until, String reason) {
        world.answered(world.referral()
                .change(
                        world.the(who),
                        task -> task.setStatus(TaskStatus.ONHOLD)
                                .setStatusReason(ReferralLife.reason(reason))
                                .addExtension(Canonicals.EXTENSION_RESUME_DATE, new DateType(until.toString()))));
    }

    @When("{wie} de verwijzing overdraagt aan {wie}")
    public void handsOver(String who, String to) {
        world.answered(world.referral().change(world.the(who), task -> task.setOwner(new Reference(world.the(to)))));
    }

    @When("{wie} de verwijzing stopt omdat {reden}")
    public void coordinatorEnds(String who, String reason) {
        world.answered(world.referral()
                .change(
                        world.the(who),
                        task -> task.setStatus(
                                        task.getStatus() == TaskStatus.REQUESTED
                                                        || task.getStatus() == TaskStatus.RECEIVED
                                                ? TaskStatus.CANCELLED
                                                : TaskStatus.FAILED)
                                .setStatusReason(ReferralLife.reason(reason))));
    }

    @When("{wie} na afloop nog laat weten: {string}")
    public void addendum(String who, String text) {
        Task task = world.referral().task();
        var bundle = Messages.ending(task, feedback(who, task, text));
        Task added = Messages.part(bundle, Task.class);
        added.getOutput()
                .get(added.getOutput().size() - 1)
                .setType(Messages.concept(Canonicals.SYSTEM_TASK_OUTPUT, "addendum"));
        world.answered(world.server().post(world.the(who), "", bundle));
    }

    private void step(String who, TaskStatus to) {
        world.answered(world.referral().change(world.the(who), task -> task.setStatus(to)));
    }

    private void progress(String who, String code) {
        world.answered(world.referral()
                .change(
                        world.the(who),
                        task -> task.setBusinessStatus(Messages.concept(Canonicals.SYSTEM_BUSINESS_STATUS, code))));
    }

    private void attempt(String who, String result) {
        Communication attempt = Messages.attempt(world.referral().task(), result);
        attempt.setSentElement(world.now());
        attempt.setSender(new Reference(world.the(who)));
        world.answered(world.server().post(world.the(who), "/Communication", attempt));
    }

    private void end(String who, Task task, String text) {
        world.answered(world.server().post(world.the(who), "", Messages.ending(task, feedback(who, task, text))));
    }

    private Communication feedback(String who, Task task, String text) {
        Communication feedback = Messages.feedback(task, world.referral().request());
        feedback.setSentElement(world.now());
        feedback.setSender(new Reference(world.the(who)));
        feedback.getPayloadFirstRep().setContent(new StringType(text));
        return feedback;
    }
}
