package nl.wally.simulator.check;

import static nl.wally.simulator.check.Happened.referralTask;
import static nl.wally.simulator.check.Happened.withIfMatch;
import static org.assertj.core.api.Assertions.assertThat;

import nl.wally.simulator.check.Verdict.Result;
import org.junit.jupiter.api.Test;

class ConductRulesTest {
    private static final Part CHANGE = withIfMatch(referralTask("PUT", "accepted"));

    @Test
    void fourTokensInAMinuteAreTooMany() {
        var client = new Happened();
        assertThat(client.result(judge("token"))).isEqualTo(Result.NOT_SEEN);
        client.token().token().token();
        assertThat(client.result(judge("token"))).isEqualTo(Result.PASSED);
        assertThat(client.result(judge("token-reused"))).isEqualTo(Result.PASSED);
        assertThat(client.token().result(judge("token-reused"))).isEqualTo(Result.FAILED);
        assertThat(new Happened().token().token().token().seconds(60).token().result(judge("token-reused")))
                .isEqualTo(Result.PASSED);
    }

    @Test
    void eachChangeNamesTheVersion() {
        Judge judge = judge("if-match");
        assertThat(new Happened().sends(200, "", CHANGE).result(judge)).isEqualTo(Result.PASSED);
        assertThat(new Happened()
                        .sends(200, "", CHANGE)
                        .sends(428, "version-required", referralTask("PUT", "accepted"))
                        .result(judge))
                .isEqualTo(Result.FAILED);
        assertThat(new Happened()
                        .sends(201, "", Happened.part("POST", "Communication", "contact-attempt", "completed"))
                        .result(judge))
                .as("a creation has no version")
                .isEqualTo(Result.NOT_SEEN);
    }

    @Test
    void afterAStaleVersionItReadsBeforeItWrites() {
        Judge judge = judge("stale-read-again");
        assertThat(stale().result(judge)).as("not tried again yet").isEqualTo(Result.NOT_SEEN);
        assertThat(stale().sends("second", 200, "", CHANGE).result(judge)).isEqualTo(Result.FAILED);
        assertThat(stale().looks("/fhir/Task/1", referralTask("", "received"))
                        .sends("first", 412, "version-stale", CHANGE)
                        .result(judge))
                .as("the same to the letter")
                .isEqualTo(Result.FAILED);
        assertThat(stale().looks("/fhir/Task/1", referralTask("", "received"))
                        .sends("second", 200, "", CHANGE)
                        .result(judge))
                .isEqualTo(Result.PASSED);
    }

    private static Happened stale() {
        return new Happened().sends("first", 412, "version-stale", CHANGE);
    }

    @Test
    void waitsAsLongAsItIsTold() {
        Judge judge = judge("retry-after");
        assertThat(busy().result(judge)).isEqualTo(Result.NOT_SEEN);
        assertThat(busy().looks("/fhir/Task").result(judge)).isEqualTo(Result.FAILED);
        assertThat(busy().looks("/fhir/Patient").seconds(1).looks("/fhir/Task").result(judge))
                .as("other questions may be asked meanwhile")
                .isEqualTo(Result.PASSED);
    }

    private static Happened busy() {
        return new Happened().looksInVain("/fhir/Task", 429, "too-many-requests", 2);
    }

    @Test
    void searchesOnlyByWhatIsOffered() {
        Judge judge = judge("offered-search");
        assertThat(new Happened().looks("/fhir/Task").result(judge)).isEqualTo(Result.PASSED);
        assertThat(new Happened()
                        .looks("/fhir/Task")
                        .looksInVain("/fhir/Task?colour", 400, "parameter-unknown", 0)
                        .result(judge))
                .isEqualTo(Result.FAILED);
    }

    @Test
    void asksTheSameNoMoreThanThirtyTimesAMinute() {
        Judge judge = judge("patient-polling");
        var client = new Happened();
        for (int index = 0; index < 30; index++) {
            client.looks("/fhir/Task").looks("/fhir/Task/1");
        }
        assertThat(client.result(judge)).isEqualTo(Result.PASSED);
        var hasty = new Happened();
        for (int index = 0; index < 31; index++) {
            hasty.looks("/fhir/Task");
        }
        assertThat(hasty.result(judge)).isEqualTo(Result.FAILED);
    }

    @Test
    void followsTheLinkToTheNextPage() {
        Judge judge = judge("next-followed");
        assertThat(new Happened().looksAtPage("/fhir/Task", "", "a").result(judge))
                .isEqualTo(Result.NOT_SEEN);
        assertThat(new Happened()
                        .looksAtPage("/fhir/Task", "", "a")
                        .looksAtPage("/fhir/Task", "a", "")
                        .result(judge))
                .isEqualTo(Result.PASSED);
        assertThat(new Happened()
                        .looksAtPage("/fhir/Task", "", "a")
                        .looksAtPage("/fhir/Task", "", "b")
                        .looksAtPage("/fhir/Task", "", "c")
                        .result(judge))
                .isEqualTo(Result.FAILED);
    }

    @Test
    void oneUnreadableMessageIsOneTooMany() {
        Judge judge = judge("conform");
        assertThat(new Happened().sends(200, "", CHANGE).result(judge)).isEqualTo(Result.PASSED);
        assertThat(new Happened()
                        .sends(200, "", CHANGE)
                        .sends(422, "profile-violation", CHANGE)
                        .result(judge))
                .isEqualTo(Result.FAILED);
    }

    private static Judge judge(String name) {
        return ConductRules.JUDGES.get(name);
    }
}
