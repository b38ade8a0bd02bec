package nl.wally.story.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;
import nl.wally.Beside;
import nl.wally.FhirClient.Answer;
import nl.wally.Messages;
import nl.wally.ReferralLife;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;

/** What a Wally and a GP ask and tell each other on the way. */
public class QuestionSteps {
    private final World world;
    private Answer asked;

    public QuestionSteps(World world) {
        this.world = world;
    }

    @When("{wie} aan {wie} vraagt: {string}")
    public void asks(String who, String gp, String text) {
        Task referral = world.referral().task();
        Bundle bundle = Beside.question(referral, text);
        CommunicationRequest question = Messages.part(bundle, CommunicationRequest.class);
        question.setAuthoredOnElement(world.now())
                .setRequester(referral.getOwner().copy());
        question.setRecipient(List.of(referral.getRequester().copy()));
        Task task = Messages.part(bundle, Task.class);
        task.setAuthoredOnElement(world.now()).setRequester(referral.getOwner().copy());
        task.setOwner(referral.getRequester().copy());
        asked = world.server().post(world.the(who), "", bundle);
        world.answered(asked);
    }

    @Then("ziet {wie} de vraag: {string}")
    public void seesTheQuestion(String gp, String text) {
        world.expectNothingRefused();
        assertThat(beside(gp)).hasSize(1);
        CommunicationRequest question = world.server()
                .read(world.the(gp), beside(gp).get(0).getFocus().getReference(), CommunicationRequest.class);
        assertThat(question.getPayloadFirstRep().getContentStringType().getValue())
                .isEqualTo(text);
    }

    @When("{wie} antwoordt: {string}")
    public void answers(String gp, String text) {
        Communication answer = Beside.answer(asked.first(CommunicationRequest.class), text);
        answer.setSentElement(world.now()).setSender(new Reference(world.the("de rol van " + gp)));
        world.answered(world.server().post(world.the(gp), "", Beside.answering(asked.first(Task.class), answer)));
    }

    @When("{wie} laat weten: {string}")
    public void tells(String gp, String text) {
        Communication message = Beside.message(world.referral().task(), text);
        message.setSentElement(world.now()).setSender(new Reference(world.the("de rol van " + gp)));
        world.answered(world.server().post(world.the(gp), "/Communication", message));
    }

    @Then("kan {wie} het antwoord lezen: {string}")
    public void readsTheAnswer(String who, String text) {
        assertThat(read(who, "information-answer")).contains(text);
    }

    @Then("kan {wie} het bericht lezen: {string}")
    public void readsTheMessage(String who, String text) {
        assertThat(read(who, "message")).contains(text);
    }

    @When("{wie} vraagt om te stoppen")
    public void asksToStop(String gp) {
        Task request = Beside.cancellation(world.referral().task());
        request.setAuthoredOnElement(world.now()).setRequester(new Reference(world.the("de rol van " + gp)));
        request.setOwner(null);
        world.answered(world.server().post(world.the(gp), "/Task", request));
    }

    @Then("ziet {wie} het verzoek om te stoppen")
    public void seesTheRequest(String who) {
        world.expectNothingRefused();
        assertThat(beside(who)).hasSize(1);
    }

    @When("{wie} instemt met het verzoek")
    public void agrees(String who) {
        settle(who, TaskStatus.ACCEPTED);
    }

    @When("{wie} het verzoek afwijst")
    public void disagrees(String who) {
        settle(who, TaskStatus.REJECTED);
    }

    @When("{wie} stopt op verzoek van de huisarts, met de terugkoppeling: {string}")
    public void stops(String who, String text) {
        Task task = world.referral()
                .task()
                .setStatus(TaskStatus.CANCELLED)
                .setStatusReason(ReferralLife.reason("withdrawn-by-gp"));
        Communication feedback = Messages.feedback(task, world.referral().request());
        feedback.setSentElement(world.now());
        feedback.setSender(new Reference(world.the(who)));
        feedback.getPayloadFirstRep().setContent(new StringType(text));
        world.answered(world.server().post(world.the(who), "", Messages.ending(task, feedback)));
    }

    private void settle(String who, TaskStatus status) {
        Task request = beside(who).get(0);
        world.answered(world.server().put(world.the(who), request.setStatus(status)));
    }

    private List<Task> beside(String who) {
        return world.server()
                .get(
                        world.the(who),
                        "/Task?status=requested&part-of=" + world.referral().reference(Task.class))
                .all(Task.class);
    }

    private List<String> read(String who, String category) {
        world.expectNothingRefused();
        return world
                .server()
                .get(
                        world.the(who),
                        "/Communication?category=" + category + "&patient="
                                + world.referral().task().getFor().getReference())
                .all(Communication.class)
                .stream()
                .map(said -> said.getPayloadFirstRep().getContentStringType().getValue())
                .toList();
    }
}
