package nl.wally.story;

import static nl.wally.Answers.ok;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import nl.wally.Beside;
import nl.wally.FhirClient.Answer;
import nl.wally.Messages;
import nl.wally.ReferralLife;
import nl.wally.ReferralRows;
import nl.wally.ServerIT;
import nl.wally.shared.References;
import nl.wally.workflow.Guard;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Thea comes back, and Dr. Van Dijk refers again: the new referral replaces the old one. */
class ReplacesIT extends ServerIT {
    private static final String GP = "his-demo-1";
    private static final String SANNE = "wally-demo-1";

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void whatHasEndedIsTakenUpAgainAndStaysAsItEnded() {
        ReferralLife old = ReferralLife.begin(server, 1);
        ok(old.step(SANNE, TaskStatus.ACCEPTED, Set.of()));
        ok(old.step(SANNE, TaskStatus.COMPLETED, EnumSet.of(Guard.G_FEEDBACK, Guard.G_OUTCOME)));
        var before = new ReferralRows(jdbc).everything(old.reference(Task.class));
        ReferralLife again = ReferralLife.begin(server, GP, again(old));
        assertThat(again.referral().getReplacesFirstRep().getReference())
                .isEqualTo(old.reference(ServiceRequest.class));
        assertThat(References.key(again.task().getFor()))
                .isEqualTo(References.key(old.task().getFor()));
        assertThat(withoutPerson(new ReferralRows(jdbc).everything(old.reference(Task.class))))
                .isEqualTo(withoutPerson(before));
        new ReferralRows(jdbc).assertConsistent(again);
    }

    @Test
    void whatNobodyHasBegunWithIsCancelledInTheSameTransaction() {
        for (List<TaskStatus> way :
                List.of(List.<TaskStatus>of(), List.of(TaskStatus.RECEIVED), List.of(TaskStatus.ACCEPTED))) {
            ReferralLife old = ReferralLife.begin(server, 1);
            way.forEach(status -> ok(old.step(SANNE, status, Set.of())));
            Task question =
                    server.post(SANNE, "", Beside.question(old.task(), "Waar?")).first(Task.class);

            ReferralLife again = ReferralLife.begin(server, GP, again(old));

            Task ended = old.task();
            assertThat(ended.getStatus()).isEqualTo(TaskStatus.CANCELLED);
            assertThat(ended.getStatusReason().getCodingFirstRep().getCode()).isEqualTo("replaced");
            assertThat(old.referral().getStatus()).isEqualTo(ServiceRequestStatus.REVOKED);
            assertThat(server.read(GP, Beside.reference(question), Task.class).getStatus())
                    .isEqualTo(TaskStatus.CANCELLED);
            assertThat(old.provenance())
                    .extracting(entry -> entry.getActivity().getText())
                    .contains("cancelled");
            // Both sides hear of the old one, and nothing of that hangs on the new one
            for (String client : List.of(GP, SANNE)) {
                assertThat(old.notices(client)).as(client).hasSize(1);
                assertThat(again.notices(client)).as(client).isEmpty();
            }
            assertThat(types(old)).contains("Communication", "Provenance");
            assertThat(types(again)).doesNotContain("Communication");
            assertThat(again.task().getStatus()).isEqualTo(TaskStatus.REQUESTED);
            new ReferralRows(jdbc).assertConsistent(old);
            new ReferralRows(jdbc).assertConsistent(again);
            // And life goes on
            ok(again.step(SANNE, TaskStatus.ACCEPTED, Set.of()));
        }
    }

    @Test
    void whatHasBegunIsStoppedByAskingFirst() {
        ReferralLife old = ReferralLife.begin(server, 1);
        ok(old.step(SANNE, TaskStatus.ACCEPTED, Set.of()));
        ok(old.step(SANNE, TaskStatus.INPROGRESS, Set.of()));
        Bundle again = again(old);
        Answer refused = refused(again, "transition-not-allowed");
        assertThat(refused.body()).contains("ask to stop it first");
        ok(old.step(SANNE, TaskStatus.ONHOLD, EnumSet.of(Guard.G_REASON, Guard.G_RESUME)));
        refused(again, "transition-not-allowed");
        assertThat(old.task().getStatus()).isEqualTo(TaskStatus.ONHOLD);

        Task request = server.post(GP, "/Task", Beside.cancellation(old.task())).resource(Task.class);
        ok(server.put(SANNE, request.setStatus(TaskStatus.ACCEPTED)));
        ok(old.step(SANNE, TaskStatus.CANCELLED, EnumSet.of(Guard.G_FEEDBACK, Guard.G_REASON)));
        ok(server.post(GP, "", again));
    }

    @Test
    void itIsOfTheSamePersonAndPractice() {
        ReferralLife other = ReferralLife.begin(server, 1);
        ReferralLife elsewhere = ReferralLife.begin(server, 2);
        refused(replacing(Messages.referral(1), other.reference(ServiceRequest.class)), "reference-unresolved");
        refused(replacing(Messages.referral(1), elsewhere.reference(ServiceRequest.class)), "reference-unresolved");
        refused(replacing(Messages.referral(1), "ServiceRequest/" + UUID.randomUUID()), "reference-unresolved");
        Bundle two = again(other);
        Messages.part(two, ServiceRequest.class).addReplaces(new Reference(elsewhere.reference(ServiceRequest.class)));
        refused(two, "reference-unresolved", "profile-violation");
        assertThat(other.task().getStatus()).isEqualTo(TaskStatus.REQUESTED);
        assertThat(elsewhere.task().getStatus()).isEqualTo(TaskStatus.REQUESTED);
    }

    @Test
    void sentAgainItReplacesOnce() {
        ReferralLife old = ReferralLife.begin(server, 1);
        Bundle again = again(old);
        String first = Beside.reference(ok(server.post(GP, "", again)).first(Task.class));
        assertThat(Beside.reference(ok(server.post(GP, "", again)).first(Task.class)))
                .isEqualTo(first);
        assertThat(old.notices(GP)).hasSize(1);
    }

    @Test
    void twoThatReplaceTheSameAtOnceEndItOnce() {
        ReferralLife old = ReferralLife.begin(server, 1);
        List<Integer> answers = Stream.of(again(old), again(old))
                .map(bundle -> CompletableFuture.supplyAsync(
                        () -> server.post(GP, "", bundle).status()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(answers).containsExactly(200, 200);
        assertThat(old.notices(GP)).hasSize(1);
        assertThat(old.task().getMeta().getVersionId()).isEqualTo("2");
        new ReferralRows(jdbc).assertConsistent(old);
    }

    private List<String> types(ReferralLife life) {
        return new ReferralRows(jdbc)
                .everything(life.reference(Task.class)).stream()
                        .map(row -> (String) row.get("type"))
                        .toList();
    }

    /** The person is one and the same for both, and may have a new telephone number. */
    private static List<Map<String, Object>> withoutPerson(List<Map<String, Object>> rows) {
        return rows.stream().filter(row -> !row.get("type").equals("Patient")).toList();
    }

    /** The same person, referred once more. */
    private static Bundle again(ReferralLife old) {
        Bundle bundle = old.sent().copy();
        Messages.part(bundle, ServiceRequest.class)
                .getIdentifierFirstRep()
                .setValue(UUID.randomUUID().toString());
        return replacing(bundle, old.reference(ServiceRequest.class));
    }

    private static Bundle replacing(Bundle bundle, String old) {
        Messages.part(bundle, ServiceRequest.class).setReplaces(new ArrayList<>(List.of(new Reference(old))));
        return bundle;
    }

    private Answer refused(Bundle bundle, String... problems) {
        Answer answer = server.post(GP, "", bundle);
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.problems()).as(answer.body()).containsExactly(problems);
        return answer;
    }
}
