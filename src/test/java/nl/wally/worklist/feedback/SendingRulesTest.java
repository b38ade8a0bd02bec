package nl.wally.worklist.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.wally.worklist.feedback.Ways.Choice;
import nl.wally.worklist.feedback.Ways.Ending;
import org.junit.jupiter.api.Test;

class SendingRulesTest {
    private static final Ways WAYS = new Ways(
            true,
            List.of(new Choice("helped", "Geholpen"), new Choice("referred-onward", "Doorverwezen")),
            List.of(new Ending(
                    "failed",
                    "Stoppen zonder resultaat",
                    List.of(new Choice("unreachable", "Onbereikbaar"), new Choice("other", "Anders")))));

    @Test
    void aLetterWithAnOutcomeIsEnough() {
        assertThat(missing(sending("completed:helped", "Klaar.", "", "", ""), true, false))
                .isEmpty();
        assertThat(missing(sending("interim", "", "", "", ""), true, false)).containsExactly("text");
    }

    @Test
    void whereToIsSaidOnce() {
        Sending onward = sending("completed:referred-onward", "Klaar.", "", "", "");

        assertThat(missing(onward, true, false)).containsExactly("onward");
        assertThat(missing(onward, true, true)).isEmpty();
        assertThat(missing(onward, false, false)).as("the GP is not to hear it").isEmpty();
    }

    @Test
    void anotherEndTakesAReasonThatFits() {
        assertThat(missing(sending("failed", "Klaar.", "", "", ""), true, false))
                .containsExactly("reason-failed");
        assertThat(missing(sending("failed", "Klaar.", "", "hulp", ""), true, false))
                .containsExactly("reason-failed");
        assertThat(missing(sending("failed", "Klaar.", "", "other", ""), true, false))
                .containsExactly("why");
        assertThat(missing(sending("failed", "Klaar.", "", "unreachable", ""), true, false))
                .isEmpty();
    }

    @Test
    void onlyWhatIsOfferedIsSent() {
        assertThat(WAYS.include(sending("interim", "", "", "", ""))).isTrue();
        assertThat(WAYS.include(sending("completed:helped", "", "", "", ""))).isTrue();
        assertThat(WAYS.include(sending("failed", "", "", "", ""))).isTrue();
        for (String other : List.of("", "rejected", "completed:", "completed:other", "anything")) {
            assertThat(WAYS.include(sending(other, "", "", "", ""))).as(other).isFalse();
        }
    }

    @Test
    void withoutPermissionNoTextIsAskedFor() {
        assertThat(missing(sending("completed:helped", "", "", "", ""), false, false))
                .isEmpty();
    }

    private static Set<String> missing(Sending sending, boolean permitted, boolean onward) {
        return SendingRules.missing(sending, WAYS, permitted, onward).keySet();
    }

    private static Sending sending(String deed, String text, String onward, String reason, String why) {
        return new Sending(
                deed, text, "NOTHING", onward, reason.isEmpty() ? Map.of() : Map.of("failed", reason), why, true, "1");
    }
}
