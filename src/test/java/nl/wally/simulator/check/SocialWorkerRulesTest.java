package nl.wally.simulator.check;

import static nl.wally.simulator.check.Happened.part;
import static nl.wally.simulator.check.Happened.referralTask;
import static org.assertj.core.api.Assertions.assertThat;

import nl.wally.simulator.check.Verdict.Result;
import org.junit.jupiter.api.Test;

class SocialWorkerRulesTest {
    @Test
    void rejectsWithAReasonAndFeedback() {
        Judge judge = judge("rejected");
        assertThat(new Happened().result(judge)).isEqualTo(Result.NOT_SEEN);
        assertThat(new Happened()
                        .sends(422, "status-reason", referralTask("PUT", "rejected"))
                        .result(judge))
                .isEqualTo(Result.FAILED);
        assertThat(new Happened()
                        .sends(200, "", referralTask("PUT", "rejected", Trait.REASON, Trait.FEEDBACK))
                        .result(judge))
                .isEqualTo(Result.PASSED);
    }

    @Test
    void completesAndReportsInOneTransaction() {
        Judge judge = judge("completed");
        Part ends = referralTask("PUT", "completed", Trait.FEEDBACK, Trait.OUTCOME);
        Part feedback = part("POST", "Communication", "final-feedback", "completed");
        assertThat(new Happened().sends(200, "", feedback, ends).result(judge)).isEqualTo(Result.PASSED);
        assertThat(new Happened().sends(201, "", feedback).sends(200, "", ends).result(judge))
                .isEqualTo(Result.FAILED);
        assertThat(new Happened().sends(422, "feedback-missing", ends).result(judge))
                .isEqualTo(Result.FAILED);
    }

    @Test
    void leavesWhatItDoesNotKnow() {
        Judge judge = judge("unknown-kept");
        assertThat(new Happened()
                        .sends(200, "", referralTask("PUT", "received"))
                        .result(judge))
                .isEqualTo(Result.PASSED);
        assertThat(new Happened()
                        .sends(200, "", referralTask("PUT", "received"))
                        .sends(422, "element-not-allowed", referralTask("PUT", "accepted"))
                        .result(judge))
                .isEqualTo(Result.FAILED);
    }

    @Test
    void findsTheWorkListBySearching() {
        Judge judge = judge("work-list");
        assertThat(new Happened()
                        .looks("/fhir/Task/1", referralTask("", "requested"))
                        .result(judge))
                .as("whoever knows the id has not searched")
                .isEqualTo(Result.NOT_SEEN);
        assertThat(new Happened().looks("/fhir/Task?owner").result(judge)).isEqualTo(Result.FAILED);
        assertThat(new Happened()
                        .looks("/fhir/Task?owner", referralTask("", "requested"))
                        .result(judge))
                .isEqualTo(Result.PASSED);
    }

    @Test
    void writesNoMoreOnceConsentIsGoneAndReadsTheNotice() {
        Judge judge = judge("consent-respected");
        Part notice = new Part(
                "",
                "Communication",
                "Communication/9",
                "closing-notice",
                "completed",
                "",
                "Task/1",
                "",
                false,
                java.util.Set.of());
        assertThat(gone().result(judge)).isEqualTo(Result.NOT_SEEN);
        assertThat(gone().looks("/fhir/Communication?category", notice).result(judge))
                .isEqualTo(Result.PASSED);
        assertThat(gone().looks("/fhir/Communication?category", notice)
                        .sends(404, "not-found", referralTask("PUT", "in-progress"))
                        .result(judge))
                .isEqualTo(Result.FAILED);
    }

    private static Happened gone() {
        return new Happened()
                .sends(200, "", referralTask("PUT", "accepted"))
                .seconds(1)
                .deed(Log.Kind.CONSENT_WITHDRAWN, "Task/1");
    }

    @Test
    void whatWasPatchedIsReadFromTheAnswer() {
        Judge judge = judge("received");
        var exchange = new Exchange(
                java.time.Instant.EPOCH,
                new Exchange.Request(
                        "PATCH",
                        "/fhir/Task/{id}",
                        "Task/1",
                        "a",
                        "",
                        java.util.List.of(new Part(
                                "PATCH", "Task", "Task/1", "", "", "", "", "W/\"1\"", false, java.util.Set.of()))),
                new Exchange.Reply(200, java.util.Set.of(), 0, "", java.util.List.of(referralTask("", "received"))));
        assertThat(judge.judge(new Log(java.util.List.of(exchange), java.util.List.of()))
                        .result())
                .isEqualTo(Result.PASSED);
    }

    private static Judge judge(String name) {
        return SocialWorkerRules.JUDGES.get(name);
    }
}
