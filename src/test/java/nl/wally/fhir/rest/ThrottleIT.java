package nl.wally.fhir.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import nl.wally.FhirClient.Answer;
import nl.wally.Messages;
import nl.wally.ServerIT;
import nl.wally.shared.RefusedException;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

/** Whoever asks too often is answered with 429 and when to come back. */
class ThrottleIT extends ServerIT {
    @Autowired
    @Qualifier("validationThrottle")
    private Throttle throttle;

    @Autowired
    @Qualifier("requestThrottle")
    private Throttle requests;

    @Test
    void countsWhateverAClientAsksFor() {
        String client = "operator-demo";
        server.tokens().of(client);
        requests.take(client, Integer.MAX_VALUE);
        clock.jumpTo(clock.instant().minusSeconds(20));

        Answer answer = server.get(client, "/Task");

        assertThat(answer.status()).as(answer.body()).isEqualTo(429);
        assertThat(answer.problems()).containsExactly("too-many-requests");
        assertThat(answer.header("Retry-After"))
                .hasValueSatisfying(
                        seconds -> assertThat(Integer.parseInt(seconds)).isPositive());
        // Nobody else waits for it, and what the server offers can always be read.
        assertThat(server.get("his-demo-1", "/Task?_count=1").status()).isEqualTo(200);
        assertThat(server.get(client, "/metadata").status()).isEqualTo(200);
        clock.reset();
        assertThat(server.get(client, "/Task").status()).isEqualTo(200);
    }

    @Test
    void saysWhenToComeBack() {
        Bundle referral = Messages.referral(2);
        assertThatThrownBy(() -> {
                    while (true) {
                        throttle.take("his-demo-2", 1);
                    }
                })
                .isInstanceOf(RefusedException.class);
        // Nothing flows in again until this moment comes by a second time.
        clock.jumpTo(clock.instant().minusSeconds(20));

        Answer answer = server.post("his-demo-2", "/Bundle/$validate", referral);

        assertThat(answer.status()).as(answer.body()).isEqualTo(429);
        assertThat(answer.problems()).containsExactly("too-many-requests");
        assertThat(answer.header("Retry-After"))
                .hasValueSatisfying(
                        seconds -> assertThat(Integer.parseInt(seconds)).isPositive());
        clock.reset();
        assertThat(server.post("his-demo-2", "/Bundle/$validate", referral).status())
                .isEqualTo(200);
    }
}
