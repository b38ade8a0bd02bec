package nl.wally.simulator.check;

import static nl.wally.simulator.check.Happened.part;
import static nl.wally.simulator.check.Happened.referral;
import static org.assertj.core.api.Assertions.assertThat;

import nl.wally.simulator.check.Verdict.Result;
import org.junit.jupiter.api.Test;

class HisRulesTest {
    @Test
    void aReferralComesWholeAndNeverInParts() {
        Judge judge = judge("one-transaction");
        assertThat(new Happened().sends(200, "", referral("a")).result(judge)).isEqualTo(Result.PASSED);
        assertThat(new Happened().sends(422, "consent-missing", referral("a")).result(judge))
                .as("refused for another reason")
                .isEqualTo(Result.NOT_SEEN);
        assertThat(new Happened()
                        .sends(200, "", referral("a"))
                        .sends(422, "bundle-required", part("POST", "Task", "fulfill", "requested"))
                        .result(judge))
                .isEqualTo(Result.FAILED);
    }

    @Test
    void eachReferralHasANumberOfItsOwn() {
        Judge judge = judge("placer-number");
        assertThat(new Happened().sends(200, "", referral("a")).result(judge)).isEqualTo(Result.PASSED);
        assertThat(new Happened().sends(422, "profile-violation", referral("")).result(judge))
                .isEqualTo(Result.FAILED);
        assertThat(new Happened().sends(409, "duplicate", referral("a")).result(judge))
                .isEqualTo(Result.FAILED);
    }

    @Test
    void aReferralHoldsWhatTheMethodAsksFor() {
        Part consent = part("POST", "Consent", "", "active", Trait.SHARING);
        Part asks = part("POST", "CommunicationRequest", "feedback-request", "active");
        Part person = new Part("POST", "Patient", "", "", "", "", "", "", true, java.util.Set.of());
        var complete = new Happened().sends(200, "", person, consent, referral("a"), asks);
        var bare = new Happened()
                .sends(
                        422,
                        "consent-missing",
                        part("POST", "Patient", "", "", Trait.BSN),
                        part("POST", "Consent", "", "active"),
                        referral("a"));
        for (String name : new String[] {"consent-sent", "feedback-asked", "known-person", "no-bsn"}) {
            assertThat(complete.result(judge(name))).as(name).isEqualTo(Result.PASSED);
            assertThat(bare.result(judge(name))).as(name).isEqualTo(Result.FAILED);
            assertThat(new Happened().result(judge(name))).as(name).isEqualTo(Result.NOT_SEEN);
        }
    }

    @Test
    void afterALostAnswerTheSameComesUnderTheSameNumber() {
        Judge judge = judge("sent-again");
        assertThat(lost().result(judge)).isEqualTo(Result.NOT_SEEN);
        assertThat(lost().sends(200, "", referral("a")).result(judge)).isEqualTo(Result.PASSED);
        assertThat(lost().sends(409, "duplicate", referral("a")).result(judge)).isEqualTo(Result.FAILED);
        assertThat(lost().sends(200, "", referral("b")).result(judge)).isEqualTo(Result.FAILED);
        assertThat(lost().sends(200, "", referral("b"))
                        .sends(200, "", referral("a"))
                        .result(judge))
                .as("late is not too late")
                .isEqualTo(Result.PASSED);
    }

    private static Happened lost() {
        return new Happened().sends(503, "unavailable", referral("a"));
    }

    @Test
    void aRefusedReferralIsMendedAndNotSentOnceMore() {
        Judge judge = judge("refused-mended");
        assertThat(refused().result(judge)).isEqualTo(Result.NOT_SEEN);
        assertThat(refused().sends("mended", 200, "", referral("a")).result(judge))
                .isEqualTo(Result.PASSED);
        assertThat(refused().sends("same", 422, "crisis", referral("a")).result(judge))
                .isEqualTo(Result.FAILED);
    }

    private static Happened refused() {
        return new Happened().sends("same", 422, "crisis", referral("a"));
    }

    @Test
    void feedbackIsFoundByLookingForIt() {
        Judge judge = judge("feedback-fetched");
        assertThat(new Happened().looks("/fhir/Task").result(judge)).isEqualTo(Result.NOT_SEEN);
        assertThat(new Happened().looks("/fhir/Communication?category").result(judge))
                .as("there is none yet")
                .isEqualTo(Result.NOT_SEEN);
        Happened completed = new Happened().deed(Log.Kind.COMPLETED, "Task/1");
        assertThat(completed.looks("/fhir/Communication?category").result(judge))
                .isEqualTo(Result.FAILED);
        assertThat(completed
                        .looks("/fhir/Communication?category")
                        .looks("/fhir/Communication?based-on", part("", "Communication", "final-feedback", "completed"))
                        .result(judge))
                .isEqualTo(Result.PASSED);
    }

    @Test
    void whatIsDoneCountsWhenTheServerTookItOnce() {
        Judge judge = judge("withdrawn");
        Part withdrawal = Happened.referralTask("PUT", "cancelled", Trait.REASON);
        var refused = new Happened().sends(422, "status-reason", Happened.referralTask("PUT", "cancelled"));
        assertThat(refused.result(judge)).isEqualTo(Result.FAILED);
        assertThat(refused.sends(200, "", withdrawal).result(judge)).isEqualTo(Result.PASSED);
        assertThat(refused.judged(judge).findings())
                .extracting(Verdict.Finding::right)
                .containsExactly(true);
    }

    private static Judge judge(String name) {
        return HisRules.JUDGES.get(name);
    }
}
