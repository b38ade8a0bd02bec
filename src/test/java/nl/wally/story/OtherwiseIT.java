package nl.wally.story;

import static nl.wally.Answers.ok;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nl.wally.FhirClient.Answer;
import nl.wally.Messages;
import nl.wally.ReferralLife;
import nl.wally.ReferralRows;
import nl.wally.ServerIT;
import nl.wally.workflow.Guard;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.CommunicationRequest.CommunicationRequestStatus;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** It does not always end well, but it always ends with word to the GP (W-6). */
class OtherwiseIT extends ServerIT {
    private static final String GP = "his-demo-1";
    private static final String SANNE = "wally-demo-1";
    private static final Set<Guard> WITH_FEEDBACK = EnumSet.of(Guard.G_REASON, Guard.G_FEEDBACK);

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void theGpWithdrawsTheReferralBeforeSanneBegins() {
        // Given Sanne has accepted Thea's referral
        ReferralLife thea = ReferralLife.begin(server, 1);
        ok(thea.step(SANNE, TaskStatus.ACCEPTED, Set.of()));

        // When the GP withdraws it
        ok(thea.change(
                GP,
                task -> task.setStatus(TaskStatus.CANCELLED).setStatusReason(ReferralLife.reason("withdrawn-by-gp"))));

        // Then both sides find a notice with the reason and nothing of the story
        for (String client : List.of(GP, SANNE)) {
            List<Communication> notices = thea.notices(client);
            assertThat(notices).as(client).hasSize(1);
            assertThat(notices.get(0)
                            .getReasonCodeFirstRep()
                            .getCodingFirstRep()
                            .getCode())
                    .isEqualTo("withdrawn-by-gp");
        }
        // And nothing is waited for any more
        assertThat(thea.referral().getStatus()).isEqualTo(ServiceRequestStatus.REVOKED);
        assertThat(thea.request().getStatus()).isEqualTo(CommunicationRequestStatus.REVOKED);
        assertThat(thea.step(SANNE, TaskStatus.INPROGRESS, Set.of()).problems())
                .containsExactly("transition-not-allowed");
        new ReferralRows(jdbc).assertConsistent(thea);
    }

    @Test
    void onceSanneHasBegunTheGpCannotSimplyWithdraw() {
        ReferralLife thea = ReferralLife.begin(server, 1);
        ok(thea.step(SANNE, TaskStatus.ACCEPTED, Set.of()));
        ok(thea.step(SANNE, TaskStatus.INPROGRESS, Set.of()));
        Answer withdrawn = thea.change(
                GP,
                task -> task.setStatus(TaskStatus.CANCELLED).setStatusReason(ReferralLife.reason("withdrawn-by-gp")));
        assertThat(withdrawn.status()).isEqualTo(403);
    }

    @Test
    void sanneSendsItBackBecauseTheaNeedsCare() {
        // Given Thea's question turns out to be one for care
        ReferralLife thea = ReferralLife.begin(server, 1);

        // When Sanne rejects it without a word, then it is not accepted
        Answer silent = thea.change(
                SANNE, task -> task.setStatus(TaskStatus.REJECTED).setStatusReason(ReferralLife.reason("needs-care")));
        assertThat(silent.status()).isEqualTo(422);
        assertThat(silent.problems()).containsExactly("feedback-missing");
        assertThat(thea.task().getStatus()).isEqualTo(TaskStatus.REQUESTED);

        // When she rejects it with feedback, then the GP can read why
        ok(thea.step(
                SANNE,
                TaskStatus.REJECTED,
                WITH_FEEDBACK,
                task -> task.setStatusReason(ReferralLife.reason("needs-care"))));
        assertThat(thea.feedback()).hasSize(1);
        assertThat(thea.referral().getStatus()).isEqualTo(ServiceRequestStatus.REVOKED);
        new ReferralRows(jdbc).assertConsistent(thea);
    }

    @Test
    void theaCannotBeReached() {
        // Given Sanne has called three times in vain
        ReferralLife thea = ReferralLife.begin(server, 1);
        ok(thea.step(SANNE, TaskStatus.ACCEPTED, Set.of()));
        for (String result : List.of("no-answer", "voicemail", "no-answer")) {
            Answer call = server.post(SANNE, "/Communication", Messages.attempt(thea.task(), result));
            assertThat(call.status()).as(call.body()).isEqualTo(201);
        }

        // When she gives up, then the GP hears it and knows that the next step is theirs
        ok(thea.step(
                SANNE,
                TaskStatus.FAILED,
                WITH_FEEDBACK,
                task -> task.setStatusReason(ReferralLife.reason("unreachable"))));
        assertThat(thea.feedback()).hasSize(1);
        assertThat(thea.task().getStatusReason().getCodingFirstRep().getCode()).isEqualTo("unreachable");
        assertThat(thea.request().getStatus()).isEqualTo(CommunicationRequestStatus.COMPLETED);
        new ReferralRows(jdbc).assertConsistent(thea);
    }
}
