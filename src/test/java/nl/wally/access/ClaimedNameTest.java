package nl.wally.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimedNameTest {
    private final ClaimedName name = new ClaimedName("client_id");

    @Test
    void isThatOfTheTokenItself() {
        assertThat(name.in(bearing(
                        "{\"act\": {\"client_id\": \"inner\"}, \"aud\": [\"client_id\"], \"client_id\": \"his-1\"}")))
                .contains("his-1");
        assertThat(name.in(bearing("{\"client_id\": \"his-1\"}").replace("Bearer", "bearer")))
                .contains("his-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[\"client_id\", \"his-1\"]",
                "\"client_id\"",
                "{\"client_id\": 7}",
                "{\"client_id\": {\"client_id\": \"his-1\"}}",
                "{\"act\": {\"client_id\": \"his-1\"}}",
                "{\"act\": ",
                "\u0000"
            })
    void isNotFoundWhereNobodyIsNamed(String claims) {
        assertThat(name.in(bearing(claims))).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "Bearer ",
                "Bearer ..",
                "Bearer a.b",
                "Bearer e30.eyJjbGllbnRfaWQiOiJoaXMtMSJ9.c.d",
                "Bearer e30.*.c",
                "Basic e30.eyJjbGllbnRfaWQiOiJoaXMtMSJ9.c"
            })
    void isNotFoundInWhatIsNoToken(String authorization) {
        assertThat(name.in(authorization)).isEmpty();
    }

    private static String bearing(String claims) {
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        return "Bearer " + base64.encodeToString("{\"alg\": \"RS256\"}".getBytes(StandardCharsets.UTF_8)) + "."
                + base64.encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + ".c2ln";
    }
}
