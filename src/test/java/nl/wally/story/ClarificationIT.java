package nl.wally.story;

import static nl.wally.Answers.ok;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nl.wally.Absence;
import nl.wally.FhirClient.Answer;
import nl.wally.Messages;
import nl.wally.ReferralLife;
import nl.wally.ServerIT;
import nl.wally.conformance.Canonicals;
import nl.wally.workflow.Guard;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;

/** The Wally clarifies the question broadly, and what was found stays with the owner (W-4). */
class ClarificationIT extends ServerIT {
    private static final String GP = "his-demo-1";
    private static final String SANNE = "wally-demo-1";
    private static final String JORIS = "wally-demo-2";

    @Test
    void sanneFindsTheFormAndKeepsWhatTheaTells() {
        // Given the form that everybody can read, and a referral that Sanne has accepted
        Questionnaire form = server.get(
                        SANNE, "/Questionnaire?url=http://waariswally.nl/fhir/Questionnaire/waw-clarification-form")
                .first(Questionnaire.class);
        assertThat(form.getItem()).extracting(item -> item.getItem().size()).containsExactly(4, 13, 6);
        assertThat(form.getMeta().getVersionId()).as("the same at every start").isEqualTo("1");
        ReferralLife thea = accepted();

        // When she begins with the four questions, and goes on another day
        QuestionnaireResponse begun = Messages.clarification(thea.task());
        begun.setStatus(QuestionnaireResponseStatus.INPROGRESS);
        begun.getItem().subList(1, 3).clear();
        QuestionnaireResponse stored = created(begun);
        assertThat(stored.getAuthor().getReference()).isEqualTo("PractitionerRole/wally-1");
        ok(thea.step(SANNE, TaskStatus.INPROGRESS, Set.of()));
        stored.setItem(Messages.clarification(thea.task()).getItem());
        stored.setStatus(QuestionnaireResponseStatus.COMPLETED);
        ok(server.put(SANNE, stored));

        // Then she can refer to it, tell the GP what Thea agrees to, and end the referral
        ok(thea.change(SANNE, task -> assess(task, reference(stored))));
        ok(thea.step(SANNE, TaskStatus.COMPLETED, EnumSet.of(Guard.G_FEEDBACK, Guard.G_OUTCOME)));

        // And the GP learns that there is one, and nothing of it; Sanne can still look it up
        assertThat(thea.task().getOutput())
                .anyMatch(output -> output.getValue() instanceof Reference found
                        && found.getReference().equals(reference(stored)));
        assertThat(server.get(GP, "/" + reference(stored)).status()).isEqualTo(404);
        assertThat(read(SANNE, stored).status()).isEqualTo(200);
        assertThat(server.get(SANNE, "/" + reference(stored) + "/_history").all(QuestionnaireResponse.class))
                .hasSize(2);
    }

    @Test
    void itGoesWithTheTaskToWhoFollowsAsOwner() {
        ReferralLife thea = accepted();
        QuestionnaireResponse stored = created(Messages.clarification(thea.task()));
        assertThat(read(JORIS, stored).status()).isEqualTo(404);

        ok(thea.change(SANNE, task -> task.setOwner(new Reference("PractitionerRole/wally-2"))));

        assertThat(read(JORIS, stored).status()).isEqualTo(200);
        assertThat(read(SANNE, stored).status()).isEqualTo(404);
        QuestionnaireResponse now = read(JORIS, stored).resource(QuestionnaireResponse.class);
        answer(now, "Samen bellen met de gemeente.");
        now.setStatus(QuestionnaireResponseStatus.AMENDED);
        ok(server.put(JORIS, now));
        assertThat(server.put(SANNE, now).status()).isEqualTo(404);
    }

    @Test
    void whoStandsInSeesItWhileTheOwnerIsAway() {
        ReferralLife thea = accepted();
        QuestionnaireResponse stored = created(Messages.clarification(thea.task()));
        try (Absence away = Absence.of(server, "PractitionerRole/wally-1")) {
            assertThat(read(JORIS, stored).status()).isEqualTo(200);
            assertThat(found(JORIS, thea)).hasSize(1);
            QuestionnaireResponse own = Messages.clarification(thea.task());
            assertThat(server.post(JORIS, "/QuestionnaireResponse", own).status())
                    .isEqualTo(201);
        }
        assertThat(read(JORIS, stored).status()).isEqualTo(404);
        assertThat(found(JORIS, thea)).isEmpty();
        assertThat(found(SANNE, thea)).hasSize(2);
    }

    @Test
    void onlyWhileTheReferralIsAtWork() {
        ReferralLife thea = ReferralLife.begin(server, 1);
        refused(
                server.post(SANNE, "/QuestionnaireResponse", Messages.clarification(thea.task())),
                "element-not-allowed");
        ok(thea.step(SANNE, TaskStatus.ACCEPTED, Set.of()));
        QuestionnaireResponse stored = created(Messages.clarification(thea.task()));
        ok(thea.step(SANNE, TaskStatus.COMPLETED, EnumSet.of(Guard.G_FEEDBACK, Guard.G_OUTCOME)));
        answer(stored, "Later bedacht.");
        stored.setStatus(QuestionnaireResponseStatus.AMENDED);
        refused(server.put(SANNE, stored), "element-not-allowed");
    }

    @Test
    void whatWasCompletedIsAmendedAndNothingElseOfItMoves() {
        ReferralLife thea = accepted();
        QuestionnaireResponse stored = created(Messages.clarification(thea.task()));
        ok(server.put(SANNE, stored));
        QuestionnaireResponse now = read(SANNE, stored).resource(QuestionnaireResponse.class);
        answer(now, "Iets anders.");
        refused(server.put(SANNE, now), "transition-not-allowed");
        assertThat(server.send(server.request(SANNE, "/" + reference(now))
                                .header("Content-Type", "application/fhir+json")
                                .PUT(java.net.http.HttpRequest.BodyPublishers.ofString(server.json(now))))
                        .status())
                .as("without If-Match")
                .isEqualTo(428);
        now.setStatus(QuestionnaireResponseStatus.AMENDED);
        now.getExtension().clear();
        ok(server.put(SANNE, now));
        assertThat(found(SANNE, thea))
                .as("the server writes the practice again")
                .hasSize(1);

        QuestionnaireResponse moved = read(SANNE, stored).resource(QuestionnaireResponse.class);
        ReferralLife other = accepted();
        moved.setBasedOn(List.of(other.task().getFocus()));
        refused(server.put(SANNE, moved), "reference-unresolved");
    }

    @Test
    void itIsOfTheReferralThatItSays() {
        ReferralLife thea = accepted();
        ReferralLife other = accepted();
        QuestionnaireResponse mixed = Messages.clarification(thea.task());
        mixed.setSubject(other.task().getFor());
        refused(server.post(SANNE, "/QuestionnaireResponse", mixed), "reference-unresolved");
        QuestionnaireResponse inAnothersName = Messages.clarification(thea.task());
        inAnothersName.setAuthor(new Reference("PractitionerRole/wally-2"));
        refused(server.post(SANNE, "/QuestionnaireResponse", inAnothersName), "forbidden");
        refused(server.post(JORIS, "/QuestionnaireResponse", Messages.clarification(thea.task())), "forbidden");
        refused(server.post(GP, "/QuestionnaireResponse", Messages.clarification(thea.task())), "forbidden");

        QuestionnaireResponse others = created(Messages.clarification(other.task()));
        refused(thea.change(SANNE, task -> assess(task, reference(others))), "reference-unresolved");
        refused(
                thea.change(SANNE, task -> assess(task, "QuestionnaireResponse/" + java.util.UUID.randomUUID())),
                "reference-unresolved");
    }

    private ReferralLife accepted() {
        ReferralLife thea = ReferralLife.begin(server, 1);
        ok(thea.step(SANNE, TaskStatus.ACCEPTED, Set.of()));
        return thea;
    }

    private QuestionnaireResponse created(QuestionnaireResponse response) {
        Answer answer = server.post(SANNE, "/QuestionnaireResponse", response);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.resource(QuestionnaireResponse.class);
    }

    private Answer read(String client, QuestionnaireResponse response) {
        return server.get(client, "/" + reference(response));
    }

    private List<QuestionnaireResponse> found(String client, ReferralLife thea) {
        return server.get(
                        client,
                        "/QuestionnaireResponse?based-on="
                                + thea.task().getFocus().getReference())
                .all(QuestionnaireResponse.class);
    }

    private static void answer(QuestionnaireResponse response, String text) {
        response.getItemFirstRep().getItemFirstRep().getAnswerFirstRep().setValue(new StringType(text));
    }

    private static void assess(Task task, String reference) {
        task.addOutput()
                .setType(Messages.concept(Canonicals.SYSTEM_TASK_OUTPUT, "assessment"))
                .setValue(new Reference(reference));
    }

    private static String reference(QuestionnaireResponse response) {
        return "QuestionnaireResponse/" + response.getIdElement().getIdPart();
    }

    private static void refused(Answer answer, String problem) {
        assertThat(answer.problems()).as(answer.body()).containsExactly(problem);
    }
}
