package nl.wally.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.wally.subscription.HeaderRules.Header;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderRulesTest {
    @ParameterizedTest
    @ValueSource(strings = {"Authorization: Bearer abc", "authorization: Basic eDp5", "X-Api-Key: 1", "X-Tenant:a b"})
    void takesHeadersOfTheClientsOwn(String line) {
        assertThat(HeaderRules.read(line)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: elsewhere.example",
                "Content-Length: 0",
                "Content-Type: text/plain",
                "Transfer-Encoding: chunked",
                "Connection: close",
                "Cookie: a=b",
                "Proxy-Authorization: x",
                "X-Forwarded-For: 10.0.0.1",
                "x-forwarded-host: inside",
                "X-Real-IP: 10.0.0.1",
                "X-HTTP-Method-Override: DELETE",
                "Authorization: a\r\nHost: b",
                "Authorization: a\nX: b",
                "Authorization:",
                "Authorization: ",
                "Authorization: é",
                "X Y: z",
                "no header"
            })
    void takesNoOthers(String line) {
        assertThat(HeaderRules.read(line)).isEmpty();
    }

    @Test
    void aMaskStandsForWhatWasKnown() {
        var known = List.of(new Header("Authorization", "Bearer abc"), new Header("X-Key", "1"));

        assertThat(HeaderRules.filled(List.of(new Header("authorization", HeaderRules.MASK)), known))
                .contains(List.of(known.get(0)));
        assertThat(HeaderRules.filled(List.of(new Header("X-Key", "2")), known))
                .contains(List.of(new Header("X-Key", "2")));
        assertThat(HeaderRules.filled(List.of(new Header("X-Other", HeaderRules.MASK)), known))
                .isEmpty();
    }

    @Test
    void seesThatAHeaderStandsThereTwice() {
        assertThat(HeaderRules.repeats(List.of(new Header("X-Key", "1"), new Header("x-key", "2"))))
                .isTrue();
        assertThat(HeaderRules.repeats(List.of(new Header("X-Key", "1"), new Header("X-Other", "2"))))
                .isFalse();
    }
}
