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

/** Whoever asks too often is answered with 429 and when to come back. */
class ThrottleIT extends ServerIT {
    @Autowired
    private Throttle throttle;

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
