package nl.wally.story;

import static nl.wally.Answers.ok;
import static nl.wally.Answers.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import nl.wally.Absence;
import nl.wally.Beside;
import nl.wally.FhirClient.Answer;
import nl.wally.ReferralLife;
import nl.wally.ReferralRows;
import nl.wally.ServerIT;
import nl.wally.conformance.Canonicals;
import nl.wally.workflow.Guard;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.CommunicationRequest.CommunicationRequestStatus;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Sanne asks Dr. Van Dijk something, and goes on with Thea meanwhile. */
class QuestionIT extends ServerIT {
    private static final String GP = "his-demo-1";
    private static final String SANNE = "wally-demo-1";
    private static final String JORIS = "wally-demo-2";
    private static final String TEXT = "Op welk nummer is mevrouw overdag bereikbaar?";

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void theGpAnswersInOneTransactionAndTheMainTaskKeepsItsOwner() {
        // Given Sanne has asked a question
        ReferralLife thea = accepted();
        Answer asked = ok(server.post(SANNE, "", Beside.question(thea.task(), TEXT)));
        Task information = asked.first(Task.class);
        assertThat(information.getExtensionByUrl(Canonicals.EXTENSION_PRACTICE)).isNotNull();
        assertThat(thea.task().getOwner().getReference()).isEqualTo("PractitionerRole/wally-1");

        // Then the GP's system finds it, with its question
        assertThat(besides(GP, thea)).hasSize(1);
        CommunicationRequest question = question(GP, information);
        assertThat(question.getPayloadFirstRep().getContent().primitiveValue()).isEqualTo(TEXT);

        // When the GP answers, then the Task and the question are completed, and Sanne reads the answer
        Communication answer = Beside.answer(question, "06-00001002, na vieren.");
        ok(server.post(GP, "", Beside.answering(information, answer)));
        Task completed = besides(SANNE, thea).get(0);
        assertThat(completed.getStatus()).isEqualTo(TaskStatus.COMPLETED);
        String output = ((Reference) completed.getOutputFirstRep().getValue()).getReference();
        Communication read = server.read(SANNE, output, Communication.class);
        assertThat(read.getRecipient()).extracting("reference").containsExactly("PractitionerRole/wally-1");
        assertThat(question(SANNE, completed).getStatus()).isEqualTo(CommunicationRequestStatus.COMPLETED);
        assertThat(server.get(GP, "/Provenance?target=" + Beside.reference(completed))
                        .all(Provenance.class))
                .extracting(entry -> entry.getActivity().getText())
                .containsExactlyInAnyOrder("requested", "completed");
        new ReferralRows(jdbc).assertConsistent(thea);
    }

    @Test
    void anAnswerMayBeStoredBeforeTheTaskIsCompleted() {
        ReferralLife thea = accepted();
        Task information = ask(thea);
        Communication answer = Beside.answer(question(GP, information), "Na vieren.");
        refused(server.put(GP, information.copy().setStatus(TaskStatus.COMPLETED)), 422, "answer-missing");
        Answer stored = server.post(GP, "/Communication", answer);
        assertThat(stored.status()).as(stored.body()).isEqualTo(201);
        ok(server.put(GP, Beside.answered(information, Beside.reference(stored.resource()))));

        // A question is answered once
        refused(server.post(GP, "/Communication", answer), 422, "element-not-allowed");
        Task frozen = besides(GP, thea).get(0);
        frozen.addNote().setText("Toch niet.");
        refused(server.put(GP, frozen), 422, "element-not-allowed");
        frozen.setStatus(TaskStatus.CANCELLED);
        refused(server.put(SANNE, frozen), 422, "transition-not-allowed");
    }

    @Test
    void onlySomethingElseThanAnAnswerIsNoAnswer() {
        ReferralLife thea = accepted();
        Task information = ask(thea);
        Task other = ask(thea);
        Answer message = server.post(GP, "/Communication", Beside.message(thea.task(), "Zij is verhuisd."));
        String said = Beside.reference(message.resource());
        refused(server.put(GP, Beside.answered(information, said)), 422, "answer-missing");
        Answer answer = server.post(GP, "/Communication", Beside.answer(question(GP, other), "Na vieren."));
        refused(
                server.put(GP, Beside.answered(information, Beside.reference(answer.resource()))),
                422,
                "answer-missing");
        refused(server.put(SANNE, Beside.answered(other, Beside.reference(answer.resource()))), 403, "forbidden");
    }

    @Test
    void theAskerOrWhoStandsInTakesTheQuestionBack() {
        ReferralLife thea = accepted();
        Task first = ask(thea);
        Task second = ask(thea);
        refused(server.put(GP, first.copy().setStatus(TaskStatus.CANCELLED)), 403, "forbidden");
        refused(server.put(JORIS, first.copy().setStatus(TaskStatus.CANCELLED)), 403, "forbidden");
        ok(server.put(SANNE, first.copy().setStatus(TaskStatus.CANCELLED)));
        assertThat(question(GP, first).getStatus()).isEqualTo(CommunicationRequestStatus.REVOKED);
        try (Absence illness = Absence.of(server, "PractitionerRole/wally-1")) {
            ok(server.put(JORIS, second.copy().setStatus(TaskStatus.CANCELLED)));
        }
        assertThat(thea.task().getOwner().getReference()).isEqualTo("PractitionerRole/wally-1");
        refused(
                server.post(GP, "/Communication", Beside.answer(question(GP, first), "Na vieren.")),
                422,
                "element-not-allowed");
    }

    @Test
    void whatIsStillOpenEndsWithTheReferralWhoeverEndsIt() {
        ReferralLife completed = accepted();
        Task open = ask(completed);
        ok(completed.step(SANNE, TaskStatus.COMPLETED, EnumSet.of(Guard.G_FEEDBACK, Guard.G_OUTCOME)));
        assertClosed(completed, open);

        ReferralLife cancelled = accepted();
        Task asked = ask(cancelled);
        ok(cancelled.step(GP, TaskStatus.CANCELLED, Set.of(Guard.G_REASON)));
        assertClosed(cancelled, asked);
        refused(server.post(SANNE, "", Beside.question(cancelled.task(), TEXT)), 422, "transition-not-allowed");

        ReferralLife failed = accepted();
        Task third = ask(failed);
        ok(failed.step("coordinator-demo", TaskStatus.FAILED, Set.of(Guard.G_REASON)));
        assertClosed(failed, third);
    }

    @Test
    void aQuestionHangsTogetherWithItsReferral() {
        ReferralLife thea = accepted();
        ReferralLife other = accepted();
        Task main = thea.task();
        // Half of it
        refused(
                server.post(SANNE, "/CommunicationRequest", questionOf(Beside.question(main, TEXT))),
                422,
                "bundle-required");
        Bundle alone = Beside.question(main, TEXT);
        alone.getEntry().remove(1);
        refused(server.post(SANNE, "", alone), 422, "reference-unresolved");
        refused(server.post(SANNE, "/Task", taskOf(Beside.question(main, TEXT))), 422, "reference-unresolved");
        // Elsewhere
        wrong(main, task -> task.setPartOf(null), "profile-violation", "reference-unresolved");
        wrong(main, task -> task.getPartOfFirstRep().setReference(other.reference(Task.class)), "reference-unresolved");
        wrong(main, task -> task.getPartOfFirstRep().setReference(Beside.reference(ask(thea))), "reference-unresolved");
        wrong(
                main,
                task -> task.setFor(new Reference(other.reference(org.hl7.fhir.r4.model.Patient.class))),
                "reference-unresolved");
        // To somebody else, by somebody else, at another time, with something already done
        wrong(main, task -> task.setOwner(new Reference("PractitionerRole/gp-2")), "requester-mismatch");
        wrong(main, task -> task.setOwner(new Reference("Organization/practice-2")), "requester-mismatch");
        wrong(main, task -> task.setRequester(new Reference("PractitionerRole/wally-2")), "forbidden");
        wrong(main, task -> task.setAuthoredOnElement(new DateTimeType("2099-01-01")), "time-in-future");
        wrong(main, task -> task.setStatus(TaskStatus.COMPLETED), "transition-not-allowed");
        wrongQuestion(
                main, asked -> asked.addRecipient(new Reference("Organization/practice-2")), "requester-mismatch");
        wrongQuestion(main, asked -> asked.setRequester(new Reference("PractitionerRole/gp-1")), "forbidden");
        wrongQuestion(
                main,
                asked -> asked.addBasedOn(new Reference(other.reference(org.hl7.fhir.r4.model.ServiceRequest.class))),
                "reference-unresolved");
        wrongQuestion(main, asked -> asked.setPayload(null), "profile-violation");
        // Not theirs
        refused(server.post(GP, "", Beside.question(main, TEXT)), 403, "forbidden");
        refused(server.post(JORIS, "", Beside.question(main, TEXT)), 403, "forbidden");
    }

    @Test
    void othersSeeNothingOfIt() {
        ReferralLife thea = accepted();
        Task information = ask(thea);
        String question = information.getFocus().getReference();
        for (String reference : java.util.List.of(Beside.reference(information), question)) {
            assertThat(server.get("his-demo-2", "/" + reference).status()).isEqualTo(404);
        }
        assertThat(server.get("coordinator-demo", "/" + question).status()).isEqualTo(404);
        assertThat(besides("his-demo-2", thea)).isEmpty();
        refused(server.put("his-demo-2", information.setStatus(TaskStatus.COMPLETED)), 404, "not-found");
    }

    private void wrong(Task main, Consumer<Task> fault, String... problems) {
        Bundle bundle = Beside.question(main, TEXT);
        fault.accept(taskOf(bundle));
        Answer answer = server.post(SANNE, "", bundle);
        assertThat(answer.problems()).as(answer.body()).containsAnyOf(problems).hasSize(1);
    }

    private void wrongQuestion(Task main, Consumer<CommunicationRequest> fault, String problem) {
        Bundle bundle = Beside.question(main, TEXT);
        fault.accept(questionOf(bundle));
        assertThat(server.post(SANNE, "", bundle).problems()).containsExactly(problem);
    }

    private static Task taskOf(Bundle bundle) {
        return (Task) bundle.getEntry().get(1).getResource();
    }

    private static CommunicationRequest questionOf(Bundle bundle) {
        return (CommunicationRequest) bundle.getEntry().get(0).getResource();
    }

    private void assertClosed(ReferralLife life, Task information) {
        Task closed = server.read(GP, Beside.reference(information), Task.class);
        assertThat(closed.getStatus()).isEqualTo(TaskStatus.CANCELLED);
        assertThat(question(GP, closed).getStatus()).isEqualTo(CommunicationRequestStatus.REVOKED);
        assertThat(server.get(GP, "/Provenance?target=" + Beside.reference(closed))
                        .all(Provenance.class))
                .filteredOn(entry -> entry.getActivity().getText().equals("cancelled"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.getAgentFirstRep().getWho().getDisplay())
                        .as("what ends with the referral, the server ends")
                        .isEqualTo("Waar is Wally"));
        new ReferralRows(jdbc).assertConsistent(life);
    }

    private ReferralLife accepted() {
        ReferralLife life = ReferralLife.begin(server, 1);
        ok(life.step(SANNE, TaskStatus.ACCEPTED, Set.of()));
        return life;
    }

    private Task ask(ReferralLife life) {
        return ok(server.post(SANNE, "", Beside.question(life.task(), TEXT))).first(Task.class);
    }

    private java.util.List<Task> besides(String client, ReferralLife life) {
        return server.get(client, "/Task?part-of=" + life.reference(Task.class)).all(Task.class);
    }

    private CommunicationRequest question(String client, Task information) {
        return server.read(client, information.getFocus().getReference(), CommunicationRequest.class);
    }
}
