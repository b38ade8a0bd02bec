package nl.wally.simulator.check;

import static nl.wally.Answers.ok;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import nl.wally.Beside;
import nl.wally.FhirClient;
import nl.wally.FhirClient.Answer;
import nl.wally.Messages;
import nl.wally.TestClock;
import nl.wally.conformance.Canonicals;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;

/** A HIS that does everything as the guide says, as practice 1; where it waits the test clock jumps. */
final class DemoHis {
    static final String CLIENT = "his-demo-1";

    private final FhirClient server;
    private final TestClock clock;

    DemoHis(FhirClient server, TestClock clock) {
        this.server = server;
        this.clock = clock;
    }

    void token() {
        server.tokens().fresh(CLIENT);
    }

    void pause(int seconds) {
        clock.jumpTo(clock.instant().plusSeconds(seconds));
    }

    Answer send(Bundle referral) {
        return server.post(CLIENT, "", referral);
    }

    /** A referral that arrives and is answered. */
    Answer refer() {
        return ok(send(Messages.referral(1)));
    }

    Task look(Answer referral) {
        return ok(server.get(CLIENT, "/" + reference(referral, Task.class))).resource(Task.class);
    }

    static String reference(Answer referral, Class<? extends org.hl7.fhir.r4.model.Resource> type) {
        return type.getSimpleName() + "/" + referral.first(type).getIdElement().getIdPart();
    }

    /** H1. */
    void refersAndReadsTheFeedback() {
        Answer thea = refer();
        lookUntil(thea, TaskStatus.COMPLETED);
        Communication feedback = feedback(thea).get(0);
        feedback.addExtension(Messages.read("PractitionerRole/gp-1"));
        ok(server.put(CLIENT, feedback));
    }

    List<Communication> feedback(Answer referral) {
        return ok(server.get(CLIENT, "/Communication?based-on=" + reference(referral, CommunicationRequest.class)))
                .all(Communication.class);
    }

    /** H2. */
    void sendsAgainWaitsAndAnswers() {
        Bundle referral = Messages.referral(1);
        Answer lost = send(referral);
        assertThat(lost.status()).isEqualTo(503);
        pause(Integer.parseInt(lost.header("Retry-After").orElseThrow()));
        Answer thea = ok(send(referral));
        String open = "/Task?code=provide-information&status=requested&part-of=" + reference(thea, Task.class);
        Answer busy = server.get(CLIENT, open);
        assertThat(busy.status()).isEqualTo(429);
        pause(Integer.parseInt(busy.header("Retry-After").orElseThrow()));
        lookUntil(thea, TaskStatus.ACCEPTED);
        look(thea);
        Task question = ok(server.get(CLIENT, open)).first(Task.class);
        ok(server.post(CLIENT, "", answering(question)));
        lookUntil(thea, TaskStatus.COMPLETED);
    }

    private Bundle answering(Task question) {
        var asked = server.read(CLIENT, question.getFocus().getReference(), CommunicationRequest.class);
        return Beside.answering(question, Beside.answer(asked, "Overdag op haar werk."));
    }

    /** H3. */
    void withdraws() {
        Answer thea = refer();
        Task task = thea.first(Task.class);
        assertThat(server.put(CLIENT, withdrawn(task)).status()).isEqualTo(412);
        ok(server.put(CLIENT, withdrawn(look(thea))));
    }

    static Task withdrawn(Task task) {
        Task withdrawn = task.copy().setStatus(TaskStatus.CANCELLED);
        return withdrawn.setStatusReason(Messages.concept(Canonicals.SYSTEM_STATUS_REASON, "withdrawn-by-gp"));
    }

    /** H4. */
    void asksToStop() {
        Answer thea = refer();
        Task task = lookUntil(thea, TaskStatus.INPROGRESS);
        assertThat(server.post(CLIENT, "/Task", Beside.cancellation(task)).status())
                .isEqualTo(201);
        lookUntil(thea, TaskStatus.CANCELLED);
    }

    /** H5. */
    void withdrawsConsent() {
        Answer thea = refer();
        Consent consent = server.read(CLIENT, reference(thea, Consent.class), Consent.class);
        ok(server.put(CLIENT, consent.setStatus(ConsentState.INACTIVE)));
        assertThat(look(thea).getStatus()).isEqualTo(TaskStatus.CANCELLED);
    }

    /** H6. */
    void mendsWhatWasRefused() {
        Bundle referral = Messages.fresh(Messages.example("Bundle-TheaReferralCareful", Bundle.class));
        assertThat(send(changed(referral, request -> request.setPriority(ServiceRequest.ServiceRequestPriority.ASAP)))
                        .status())
                .isEqualTo(422);
        ok(send(referral));
    }

    static Bundle changed(Bundle referral, Consumer<ServiceRequest> change) {
        Bundle changed = referral.copy();
        change.accept(Messages.part(changed, ServiceRequest.class));
        return changed;
    }

    Task lookUntil(Answer referral, TaskStatus wanted) {
        for (int times = 0; times < 8; times++) {
            Task task = look(referral);
            if (task.getStatus() == wanted) {
                return task;
            }
        }
        throw new AssertionError("never " + wanted.toCode());
    }
}
