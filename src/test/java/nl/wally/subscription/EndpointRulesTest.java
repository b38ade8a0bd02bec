package nl.wally.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.wally.shared.Problem;
import nl.wally.shared.Refusal;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Subscription.SubscriptionStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where notifications may go, and when an endpoint has to prove itself again. */
class EndpointRulesTest {
    private static final URI PLACE = URI.create("https://his.example/hooks/");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://his.example/hooks/",
                "https://his.example:443/hooks/wally",
                "https://HIS.example/hooks/a/b"
            })
    void takesWhatLiesUnderARegisteredPlace(String endpoint) {
        assertThat(refusals(endpoint, false)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://his.example/hooks/wally",
                "https://his.example/hook",
                "https://his.example/hooks/../admin",
                "https://his.example/hooks/%2e%2e/admin",
                "https://his.example/hooks//admin",
                "https://his.example/hooks/a?to=b",
                "https://his.example/hooks/a#b",
                "https://his.example:8443/hooks/a",
                "https://his.example@elsewhere.example/hooks/a",
                "https://user@his.example/hooks/a",
                "https://his.example.elsewhere.example/hooks/a",
                "https://elsewhere.example/hooks/a",
                "https://localhost/hooks/a",
                "http://localhost:8080/hooks",
                "https://169.254.169.254/latest/meta-data/",
                "https://10.0.0.1/hooks/",
                "file:///etc/passwd",
                "ftp://his.example/hooks/a",
                "/hooks/a",
                ""
            })
    void takesNothingElse(String endpoint) {
        assertThat(refusals(endpoint, false))
                .extracting(Refusal::problem, Refusal::expression)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Problem.FORBIDDEN, "Subscription.channel.endpoint"));
    }

    @Test
    void demoClientsMayUseThisMachineAndNothingElse() {
        assertThat(refusals("http://localhost:9999/hooks", true)).isEmpty();
        assertThat(refusals("https://localhost/hooks", true)).isEmpty();
        assertThat(refusals("http://192.168.1.2/hooks", true)).isNotEmpty();
        assertThat(refusals("http://localhost.example/hooks", true)).isNotEmpty();
    }

    @Test
    void anEndThatIsOnlyAnExtensionIsRefused() {
        Subscription asked = Asking.forTasks(PLACE + "a");
        asked.getEndElement().addExtension("http://example.org/unknown", new BooleanType(true));

        assertThat(refusals(asked, false))
                .extracting(Refusal::expression)
                .containsExactly("Subscription.end.extension");
    }

    @Test
    void whatWasProvenStaysProvenAsLongAsItIsTheSame() {
        Subscription active = Asking.forTasks(PLACE + "a").setStatus(SubscriptionStatus.ACTIVE);

        assertThat(SubscriptionRules.status(active.copy().setReason("Other words"), Optional.of(active), true))
                .isEqualTo(SubscriptionStatus.ACTIVE);
        assertThat(SubscriptionRules.status(active.copy(), Optional.of(active), false))
                .as("with other headers, or given up a moment ago")
                .isEqualTo(SubscriptionStatus.REQUESTED);
        Subscription moved = active.copy();
        moved.getChannel().setEndpoint(PLACE + "b");
        assertThat(SubscriptionRules.status(moved, Optional.of(active), true)).isEqualTo(SubscriptionStatus.REQUESTED);
        assertThat(SubscriptionRules.status(
                        active.copy(), Optional.of(active.copy().setStatus(SubscriptionStatus.ERROR)), true))
                .isEqualTo(SubscriptionStatus.REQUESTED);
        assertThat(SubscriptionRules.status(active.copy().setStatus(SubscriptionStatus.OFF), Optional.of(active), true))
                .isEqualTo(SubscriptionStatus.OFF);
    }

    private static List<Refusal> refusals(String endpoint, boolean demo) {
        return refusals(Asking.forTasks(endpoint), demo);
    }

    private static List<Refusal> refusals(Subscription asked, boolean demo) {
        return SubscriptionRules.judge(
                asked,
                Optional.empty(),
                new SubscriptionRules.Setting(List.of(PLACE), demo, List.of(), 60, Instant.EPOCH));
    }
}
