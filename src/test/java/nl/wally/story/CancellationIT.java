package nl.wally.story;

import static nl.wally.Answers.ok;
import static nl.wally.Answers.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import nl.wally.Absence;
import nl.wally.Beside;
import nl.wally.FhirClient.Answer;
import nl.wally.ReferralLife;
import nl.wally.ReferralRows;
import nl.wally.ServerIT;
import nl.wally.conformance.Canonicals;
import nl.wally.workflow.Guard;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The GP asks to stop what has begun; Sanne decides, and the loop closes with her feedback. */
class CancellationIT extends ServerIT {
    private static final String GP = "his-demo-1";
    private static final String SANNE = "wally-demo-1";
    private static final String JORIS = "wally-demo-2";
    private static final Set<Guard> ENDING = EnumSet.of(Guard.G_FEEDBACK, Guard.G_REASON);

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void sanneAcceptsTellsTheGpAndCancels() {
        ReferralLife thea = begun();
        refused(thea.step(SANNE, TaskStatus.CANCELLED, ENDING), 422, "cancellation-not-accepted");

        // When the GP asks to stop, then Sanne sees it on the Task of the referral
        Task request = ask(thea);
        assertThat(request.getOwner().getReference()).isEqualTo("PractitionerRole/wally-1");
        assertThat(progress(thea)).isEqualTo("cancellation-requested");
        assertThat(server.get(SANNE, "/Task?code=abort&status=requested&part-of=" + thea.reference(Task.class))
                        .all(Task.class))
                .hasSize(1);

        // She cannot complete before she has answered, nor cancel before she has agreed
        refused(
                thea.step(SANNE, TaskStatus.COMPLETED, EnumSet.of(Guard.G_FEEDBACK, Guard.G_OUTCOME)),
                422,
                "subtask-open");
        refused(thea.step(SANNE, TaskStatus.CANCELLED, ENDING), 422, "cancellation-not-accepted");

        // When she agrees, then she cancels with final feedback, and not without
        ok(server.put(SANNE, request.copy().setStatus(TaskStatus.ACCEPTED)));
        refused(thea.step(SANNE, TaskStatus.CANCELLED, Set.of(Guard.G_REASON)), 422, "feedback-missing");
        ok(thea.step(SANNE, TaskStatus.CANCELLED, ENDING));
        assertThat(current(request).getStatus()).isEqualTo(TaskStatus.ACCEPTED);
        new ReferralRows(jdbc).assertConsistent(thea);
    }

    @Test
    void sanneRejectsAndWhatStoodThereComesBack() {
        ReferralLife thea = begun();
        ok(thea.change(SANNE, task -> task.setBusinessStatus(said("intake-done"))));
        Task request = ask(thea);
        Task rejected = request.copy().setStatus(TaskStatus.REJECTED);
        rejected.addNote().setText("Zij wil juist door.");
        ok(server.put(SANNE, rejected));
        assertThat(progress(thea)).isEqualTo("intake-done");
        refused(thea.step(SANNE, TaskStatus.CANCELLED, ENDING), 422, "cancellation-not-accepted");
        ok(thea.step(SANNE, TaskStatus.COMPLETED, EnumSet.of(Guard.G_FEEDBACK, Guard.G_OUTCOME)));
    }

    @Test
    void theGpTakesItBackAndWhatSanneWroteMeanwhileStays() {
        ReferralLife thea = begun();
        Task request = ask(thea);
        ok(thea.change(SANNE, task -> task.setBusinessStatus(said("intake-planned"))));
        refused(server.put(SANNE, request.copy().setStatus(TaskStatus.CANCELLED)), 403, "forbidden");
        ok(server.put(GP, request.copy().setStatus(TaskStatus.CANCELLED)));
        assertThat(progress(thea)).isEqualTo("intake-planned");

        // In one transaction with something of her own, hers counts
        Task again = ask(thea);
        Task main = thea.task().setBusinessStatus(said("support-running"));
        var both = Beside.put(Beside.put(Beside.transaction(), again.setStatus(TaskStatus.REJECTED)), main);
        ok(server.post(SANNE, "", both));
        assertThat(progress(thea)).isEqualTo("support-running");
    }

    @Test
    void onHoldItIsShownAndPutBackAsWell() {
        ReferralLife thea = begun();
        ok(thea.step(SANNE, TaskStatus.ONHOLD, EnumSet.of(Guard.G_REASON, Guard.G_RESUME)));
        String before = progress(thea);
        Task request = ask(thea);
        assertThat(progress(thea)).isEqualTo("cancellation-requested");
        ok(server.put(GP, request.setStatus(TaskStatus.CANCELLED)));
        assertThat(progress(thea)).isEqualTo(before);
    }

    @Test
    void acceptingAndCancellingMayComeTogether() {
        ReferralLife thea = begun();
        Task request = ask(thea);
        Task main = thea.task();
        var bundle = nl.wally.Messages.ending(main, thea.finalFeedback(SANNE, main));
        Task ended = (Task) bundle.getEntry().get(1).getResource();
        ended.setStatus(TaskStatus.CANCELLED).setStatusReason(ReferralLife.reason("withdrawn-by-gp"));
        ok(server.post(SANNE, "", Beside.put(bundle, request.setStatus(TaskStatus.ACCEPTED))));
        assertThat(thea.task().getStatus()).isEqualTo(TaskStatus.CANCELLED);
        assertThat(current(request).getStatus()).isEqualTo(TaskStatus.ACCEPTED);
    }

    @Test
    void beforeTheWorkBeginsTheGpCancelsTheTaskItself() {
        ReferralLife thea = ReferralLife.begin(server, 1);
        Answer early = server.post(GP, "/Task", Beside.cancellation(thea.task()));
        refused(early, 422, "transition-not-allowed");
        assertThat(early.body()).contains("cancel the referral Task itself");
        ok(thea.step(SANNE, TaskStatus.ACCEPTED, Set.of()));
        refused(server.post(GP, "/Task", Beside.cancellation(thea.task())), 422, "transition-not-allowed");
        ok(thea.step(GP, TaskStatus.CANCELLED, Set.of(Guard.G_REASON)));
        refused(server.post(GP, "/Task", Beside.cancellation(thea.task())), 422, "transition-not-allowed");
    }

    @Test
    void whoeverOwnsTheReferralAnswersAndWhatIsOpenEndsWithIt() {
        ReferralLife thea = begun();
        Task request = ask(thea);
        ok(thea.change(SANNE, task -> task.setOwner(new Reference("PractitionerRole/wally-2"))));
        assertThat(current(request).getOwner().getReference()).isEqualTo("PractitionerRole/wally-2");
        refused(server.put(SANNE, current(request).setStatus(TaskStatus.ACCEPTED)), 403, "forbidden");
        try (Absence illness = Absence.of(server, "PractitionerRole/wally-2")) {
            ok(server.put(SANNE, current(request).setStatus(TaskStatus.REJECTED)));
        }
        Task second = ask(thea);
        ok(thea.step(JORIS, TaskStatus.FAILED, ENDING));
        assertThat(current(second).getStatus()).isEqualTo(TaskStatus.CANCELLED);
        new ReferralRows(jdbc).assertConsistent(thea);
    }

    @Test
    void oneAtATimeAlsoWhenTwoComeAtOnce() {
        ReferralLife thea = begun();
        Task main = thea.task();
        List<Integer> answers = Stream.of(1, 2)
                .map(number -> CompletableFuture.supplyAsync(() ->
                        server.post(GP, "/Task", Beside.cancellation(main)).status()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .sorted()
                .toList();
        assertThat(answers).containsExactly(201, 422);
        refused(server.post(GP, "/Task", Beside.cancellation(main)), 422, "subtask-open");
    }

    @Test
    void othersNeitherSeeNorAskIt() {
        ReferralLife thea = begun();
        Task main = thea.task();
        refused(server.post(SANNE, "/Task", Beside.cancellation(main)), 403, "forbidden");
        refused(server.post("his-demo-2", "/Task", Beside.cancellation(main)), 422, "reference-unresolved");
        refused(server.post("coordinator-demo", "/Task", Beside.cancellation(main)), 403, "forbidden");
        Task foreign = Beside.cancellation(main).setRequester(new Reference("PractitionerRole/gp-2"));
        refused(server.post(GP, "/Task", foreign), 422, "requester-mismatch");
        Task request = ask(thea);
        assertThat(server.get("his-demo-2", "/" + Beside.reference(request)).status())
                .isEqualTo(404);
        assertThat(server.get("his-demo-2", "/Task?code=abort&part-of=" + thea.reference(Task.class))
                        .all(Task.class))
                .isEmpty();
        Task beside = Beside.cancellation(request);
        refused(server.post(GP, "/Task", beside), 422, "reference-unresolved");
    }

    @Test
    void itNeverChangesButForItsStatusAndNotes() {
        ReferralLife thea = begun();
        Task request = ask(thea);
        refused(
                server.put(GP, request.copy().setOwner(new Reference("PractitionerRole/wally-2"))),
                422,
                "element-immutable");
        refused(
                server.put(
                        GP,
                        request.copy()
                                .setFocus(new Reference(thea.reference(org.hl7.fhir.r4.model.ServiceRequest.class)))),
                422,
                "element-immutable");
        Task marked = request.copy();
        marked.getExtension().clear();
        refused(server.put(GP, marked), 422, "element-not-allowed");
        Task noted = request.copy();
        noted.addNote().setText("Haar zus belde.");
        ok(server.put(GP, noted));
        Task erased = current(request);
        erased.getNote().clear();
        refused(server.put(SANNE, erased), 422, "element-immutable");
        refused(server.put(SANNE, request.copy().setStatus(TaskStatus.ACCEPTED)), 412, "version-stale");
    }

    @Test
    void aWorkListByFirstContactHasRoomForReferralsOnly() {
        ReferralLife thea = begun();
        Task request = ask(thea);
        for (String sort : List.of("first-contact-due", "-first-contact-due")) {
            Answer list = ok(server.get(
                    SANNE,
                    "/Task?_sort=" + sort + "&patient=" + thea.task().getFor().getReference()));
            assertThat(list.all(Task.class))
                    .extracting(task -> task.getIdElement().getIdPart())
                    .containsExactly(thea.task().getIdElement().getIdPart())
                    .doesNotContain(request.getIdElement().getIdPart());
        }
    }

    private ReferralLife begun() {
        ReferralLife life = ReferralLife.begin(server, 1);
        ok(life.step(SANNE, TaskStatus.ACCEPTED, Set.of()));
        ok(life.step(SANNE, TaskStatus.INPROGRESS, Set.of()));
        return life;
    }

    private Task ask(ReferralLife life) {
        Answer asked = server.post(GP, "/Task", Beside.cancellation(life.task()));
        assertThat(asked.status()).as(asked.body()).isEqualTo(201);
        return asked.resource(Task.class);
    }

    private Task current(Task task) {
        return server.read(GP, Beside.reference(task), Task.class);
    }

    private static CodeableConcept said(String progress) {
        return nl.wally.Messages.concept(Canonicals.SYSTEM_BUSINESS_STATUS, progress);
    }

    private static String progress(ReferralLife life) {
        return life.task().getBusinessStatus().getCodingFirstRep().getCode();
    }
}
