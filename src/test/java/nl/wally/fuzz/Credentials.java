package nl.wally.fuzz;

import static nl.wally.fuzz.Call.encoded;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Asks for tokens and launches forms, with proofs that nobody has signed. */
final class Credentials {
    private static final String FORM = "application/x-www-form-urlencoded";

    private Credentials() {}

    static Call token(Choices choices) {
        String form = "grant_type="
                + choices.of(List.of("client_credentials", "authorization_code", "refresh_token", "", "urn%3Ax"))
                + "&client_assertion_type="
                + choices.of(List.of("urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer", "", "x"))
                + "&client_assertion=" + encoded(jwt(choices))
                + "&scope=" + encoded(choices.of(Oddities.TEXTS.subList(0, 20)))
                + choices.of(List.of(
                        "",
                        "&client_id=his-demo-1",
                        "&client_secret=demo",
                        "&client_id=%00",
                        "&scope=x",
                        "&resource=%zz"));
        return Call.of(
                        "POST",
                        choices.of(
                                List.of("/oauth2/token", "/oauth2/token?x=1", "/oauth2/introspect", "/oauth2/revoke")),
                        "")
                .with(FORM, form.getBytes(StandardCharsets.UTF_8));
    }

    static Call launch(Choices choices) {
        return switch (choices.below(3)) {
            case 0 ->
                Call.of("POST", "/launch/jwt", "")
                        .with(FORM, ("token=" + encoded(jwt(choices))).getBytes(StandardCharsets.UTF_8));
            case 1 ->
                Call.of(
                        "GET",
                        "/launch/smart?iss=" + encoded(choices.of(Oddities.ADDRESSES)) + "&launch="
                                + encoded(choices.of(Oddities.TEXTS.subList(0, 20))),
                        "");
            default ->
                Call.of(
                        "GET",
                        "/launch/smart/callback?state=" + encoded(choices.of(Oddities.TEXTS.subList(0, 20))) + "&code="
                                + encoded(choices.of(Oddities.CODES)),
                        "");
        };
    }
    /** What looks like a signed token, and is signed by nobody. */
    private static String jwt(Choices choices) {
        String header = choices.of(List.of(
                "{\"alg\":\"RS384\",\"kid\":\"x\"}",
                "{\"alg\":\"none\"}",
                "{\"alg\":\"HS256\",\"kid\":\"x\"}",
                "{\"alg\":\"RS384\",\"crit\":[\"b64\"],\"b64\":false}",
                "{\"alg\":\"RS384\",\"jwk\":{\"kty\":\"RSA\",\"n\":\"\",\"e\":\"\"}}",
                "{\"alg\":\"RS384\",\"x5c\":[\"AAAA\"],\"jku\":\"http://kanarie.invalid\"}",
                "[",
                ""));
        String claims = choices.of(List.of(
                "{\"iss\":\"his-demo-1\",\"sub\":\"his-demo-1\",\"aud\":\"x\",\"exp\":9999999999,\"jti\":\"x\"}",
                "{\"iss\":\"his-demo-1\",\"sub\":\"his-demo-1\",\"exp\":1e400}",
                "{\"sub\":{\"a\":1}}",
                "{\"sub\":\"\\u0000\",\"iss\":\"\\ud800\"}",
                "{".repeat(5000),
                "null"));
        var encoder = Base64.getUrlEncoder().withoutPadding();
        return encoder.encodeToString(header.getBytes(StandardCharsets.UTF_8)) + "."
                + encoder.encodeToString(claims.getBytes(StandardCharsets.UTF_8))
                + choices.of(List.of(".AAAA", ".", "", "..", ".%"));
    }
}
