package nl.wally.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.wally.ServerIT;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every door of the server, with good and with bad questions: each answer tells a browser what it may do with it, and none
 * tells which software gave it. One door without is enough: a note with a script in it, opened as a page, acts as its reader.
 */
class DoorsIT extends ServerIT {
    private static final Map<String, String> ALWAYS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Embedder-Policy", "require-corp",
            "Cross-Origin-Resource-Policy", "same-origin",
            "X-Permitted-Cross-Domain-Policies", "none");
    private static final List<String> NEVER = List.of(
            "Server",
            "X-Powered-By",
            "Access-Control-Allow-Origin",
            "Access-Control-Allow-Credentials",
            "Access-Control-Allow-Methods",
            // The request came by http, whatever it says of itself.
            "Strict-Transport-Security");
    private static final Pattern GIVEN_AWAY =
            Pattern.compile("\\tat |Exception|Apache|Tomcat|HAPI|Spring|10\\.1\\.\\d", Pattern.CASE_INSENSITIVE);
    private static final String NO_STORE = "no-store";

    @TestFactory
    Stream<DynamicTest> everyAnswerTellsABrowserWhatItMay() {
        return questions().entrySet().stream()
                .map(door -> DynamicTest.dynamicTest(door.getKey(), () -> {
                    Wire.Said answer = Wire.say(server.base(), door.getValue());
                    assertThat(String.valueOf(answer.status()))
                            .as(answer.text())
                            .isEqualTo(door.getKey().substring(0, 3));
                    ALWAYS.forEach((name, value) ->
                            assertThat(answer.headers(name)).as(name).containsExactly(value));
                    assertThat(answer.headers("Permissions-Policy")).hasSize(1);
                    assertThat(answer.headers("Content-Security-Policy"))
                            .singleElement()
                            .asString()
                            .startsWith("default-src 'none'")
                            .contains("frame-ancestors 'none'", "base-uri 'none'")
                            .doesNotContain("unsafe", "*", "http:");
                    NEVER.forEach(
                            name -> assertThat(answer.headers(name)).as(name).isEmpty());
                    boolean guide = door.getKey().contains("/ig");
                    assertThat(answer.headers("Cache-Control"))
                            .singleElement()
                            .asString()
                            .contains(guide && answer.status() < 400 ? "no-" : NO_STORE);
                    if (!guide) {
                        assertThat(GIVEN_AWAY.matcher(answer.text()).find())
                                .as(answer.text())
                                .isFalse();
                    }
                }));
    }

    /** Only the pages for people know a cookie, which no script reads, and say to themselves where somebody came from. */
    private static void requireSilenceAboutPlaceAndPerson(String door, Wire.Said answer) {
        boolean people = door.contains("sign-in");
        assertThat(answer.headers("Referrer-Policy")).containsExactly(people ? "same-origin" : "no-referrer");
        assertThat(answer.headers("Set-Cookie")).allSatisfy(cookie -> {
            assertThat(people).as(cookie).isTrue();
            assertThat(cookie).contains("HttpOnly").contains("SameSite=");
        });
    }

    /** The status that is expected, a name, and the request as it goes over the wire. */
    private Map<String, String> questions() {
        Map<String, String> all = new LinkedHashMap<>(ofWhoeverRunsTheServer());
        String token = "Authorization: " + server.tokens().bearer("his-demo-1");
        String json = "Content-Type: application/fhir+json";
        all.put("302 the root", get("/"));
        all.put("200 a page of /ig", get("/ig/index.html"));
        all.put("200 the form of /ig", get("/ig/try-it.json"));
        all.put("404 no page of /ig", get("/ig/kanarie.html"));
        all.put("200 metadata", get("/fhir/metadata"));
        all.put("200 the keys", get("/oauth2/jwks"));
        all.put("200 the issuer", get("/.well-known/oauth-authorization-server"));
        all.put("200 SMART", get("/fhir/.well-known/smart-configuration"));
        all.put("200 the page for sign-in", get("/sign-in"));
        all.put("200 a search", get("/fhir/Task", token));
        all.put("200 a search in xml", get("/fhir/Task?_format=xml", token));
        all.put("200 a search of a browser", get("/fhir/Task", token, "Accept: text/html"));
        all.put("404 no such Task", get("/fhir/Task/kanarie", token));
        all.put("400 no such parameter", get("/fhir/Task?vogel=1", token));
        all.put("406 no such format", get("/fhir/Task", token, "Accept: image/png"));
        all.put("401 no token", get("/fhir/Task"));
        all.put("401 a wrong token", get("/fhir/Task", "Authorization: Bearer kanarie"));
        all.put("400 no JSON", post("/fhir", "{", token, json));
        all.put("415 a form", post("/fhir", "{}", token, "Content-Type: text/plain"));
        all.put("413 too much", post("/fhir", "x".repeat(1_100_000), token, json));
        all.put("401 a check", get("/simulator/check"));
        all.put(
                "403 a check of nobody",
                post("/simulator/check", "", "Authorization: " + server.tokens().bearer("coordinator-demo")));
        all.put("200 a token", token("demo", "client_credentials"));
        all.put("401 a wrong secret", token("wrong", "client_credentials"));
        all.put("400 a wrong grant", token("demo", "password"));
        all.put("401 elsewhere", get("/elsewhere"));
        all.put("403 elsewhere with a token", get("/elsewhere", token));
        all.put("401 the error page", get("/error"));
        all.put(
                "401 a question beforehand",
                "OPTIONS /fhir/Task HTTP/1.1\r\n" + head("Access-Control-Request-Method: GET"));
        all.put("400 TRACE", "TRACE /fhir/Task HTTP/1.1\r\n" + head(token));
        all.put("400 a method of no kind", "STRANGE /fhir/Task HTTP/1.1\r\n" + head(token));
        all.put("400 a path of no kind", get("/fhir/%zz", token));
        all.put("400 a path that climbs", get("/fhir/..;/ig", token));
        all.put("400 a header of no kind", "GET /fhir/Task HTTP/1.1\r\n" + head("ka narie\u0001: 1"));
        all.put("400 a header without an end", get("/fhir/Task", "X-Long: " + "x".repeat(40_000)));
        all.put("400 a version of no kind", "GET /fhir/Task HTTP/7.1\r\n" + head(token));
        return all;
    }

    /** What is told of the server itself is told on the port of the operator, but for these three. */
    private Map<String, String> ofWhoeverRunsTheServer() {
        return Map.of(
                "200 whether it lives", get("/livez"),
                "200 whether it is ready", get("/readyz"),
                "200 which version", get("/version"),
                "401 metrics on the public port", get("/prometheus"),
                "401 health on the public port", get("/health"));
    }

    private String get(String path, String... headers) {
        return "GET " + path + " HTTP/1.1\r\n" + head(headers);
    }

    private String post(String path, String body, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        all.add("Content-Length: " + body.length());
        return "POST " + path + " HTTP/1.1\r\n" + head(all.toArray(String[]::new)) + body;
    }

    private String token(String secret, String grant) {
        String basic = Base64.getEncoder().encodeToString(("his-demo-1:" + secret).getBytes(StandardCharsets.UTF_8));
        return post(
                "/oauth2/token",
                "grant_type=" + grant,
                "Authorization: Basic " + basic,
                "Content-Type: application/x-www-form-urlencoded");
    }

    /** Each says to come from a page of elsewhere, by https, through a proxy: none of it counts. */
    private String head(String... headers) {
        return "Host: " + server.base().getAuthority()
                + "\r\nConnection: close\r\nOrigin: https://elsewhere.example\r\n"
                + "X-Forwarded-Proto: https\r\nX-Forwarded-Host: elsewhere.example\r\n"
                + String.join("", Stream.of(headers).map(line -> line + "\r\n").toList()) + "\r\n";
    }
}
