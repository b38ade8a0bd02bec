package nl.wally.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.wally.FhirClient.Answer;
import nl.wally.ReferralLife;
import nl.wally.ServerIT;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Values that want to be something else: SQL in a search, a line in a head, a page in a text. */
class InjectionIT extends ServerIT {
    private static final String GP = "his-demo-1";
    private static final Duration AT_ONCE = Duration.ofSeconds(8);

    private static ReferralLife life;

    @BeforeEach
    void aReferral() {
        if (life == null) {
            life = ReferralLife.begin(server, 1);
        }
    }

    /** One quote that gets through, and every referral of every practice can be read, or thrown away. */
    @TestFactory
    Stream<DynamicTest> aSearchValueIsAValueAndNothingElse() {
        List<String> values = List.of(
                "'",
                "''",
                "x' or '1'='1",
                "x') or 1=1 --",
                "x'; drop table referral; --",
                "x'||pg_sleep(9)||'",
                "x'; select pg_sleep(9); --",
                "1 union select secret_hash from oauth_client",
                "$$; select 1; $$",
                "\\'; select 1 --",
                "%",
                "_",
                "%25",
                "*",
                "a%' escape '\\",
                "{fn now()}",
                "?",
                ":p1",
                "${jndi:ldap://127.0.0.1/x}",
                "#{T(java.lang.Runtime)}");
        List<String> parameters =
                List.of("_id", "identifier", "identifier:of-type", "status", "patient", "owner", "code");
        return parameters.stream()
                .flatMap(parameter -> values.stream()
                        .map(value -> DynamicTest.dynamicTest(
                                parameter + "=" + value,
                                () -> assertTimeout(AT_ONCE, () -> {
                                    for (String type : List.of("Task", "Patient")) {
                                        Answer answer =
                                                server.get(GP, "/" + type + "?" + parameter + "=" + encoded(value));
                                        assertThat(answer.status())
                                                .as(answer.body())
                                                .isIn(200, 400);
                                        if (answer.status() == 200) {
                                            assertThat(answer.resource(Bundle.class)
                                                            .getEntry())
                                                    .as(value)
                                                    .isEmpty();
                                        }
                                    }
                                }))));
    }

    /** What only begins like a number, or looks like it, finds nobody: otherwise numbers could be guessed sign by sign. */
    @TestFactory
    Stream<DynamicTest> aNumberIsFoundAsAWholeOrNotAtAll() {
        var number = life.person().getIdentifierFirstRep();
        String value = number.getValue();
        assertThat(found(number.getSystem() + "|" + value)).hasSize(1);
        return Stream.of(
                        value.substring(0, 8),
                        value.substring(0, 8) + "%",
                        value.substring(0, 8) + "*",
                        value.replace('-', '_'),
                        value.substring(1),
                        "%" + value.substring(8))
                .map(guess -> DynamicTest.dynamicTest(
                        "'" + guess + "'",
                        () -> assertThat(found(number.getSystem() + "|" + guess))
                                .isEmpty()));
    }

    private List<Patient> found(String token) {
        Answer answer = server.get(GP, "/Patient?identifier=" + encoded(token));
        return answer.status() == 200 ? answer.all(Patient.class) : List.of();
    }

    /** A list of thousands is a question of thousands: refused, or answered at once, never a way to keep the database busy. */
    @TestFactory
    Stream<DynamicTest> aLongListKeepsNobodyBusy() {
        return Stream.of("_id", "identifier", "status", "patient")
                .map(parameter -> DynamicTest.dynamicTest(
                        parameter,
                        () -> assertTimeout(AT_ONCE, () -> {
                            String values = IntStream.range(0, 6_000)
                                    .mapToObj(i -> "v" + i)
                                    .collect(Collectors.joining(","));
                            Answer answer = server.send(server.request(GP, "/Task/_search")
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .POST(BodyPublishers.ofString(parameter + "=" + values)));
                            assertThat(answer.status()).as(answer.body()).isIn(200, 400, 413);
                            String and = IntStream.range(0, 50)
                                    .mapToObj(i -> parameter + "=v" + i)
                                    .collect(Collectors.joining("&"));
                            assertThat(server.get(GP, "/Task?" + and).status()).isIn(200, 400);
                        })));
    }

    /** A line break in a value begins a header of the attacker's own: a cookie, a place to go, a whole second answer. */
    @TestFactory
    Stream<DynamicTest> noValueBecomesAHeader() {
        String evil = "%0d%0aX-Evil:%201%0d%0aSet-Cookie:%20a=b%0d%0a%0d%0aHTTP/1.1%20200%20OK";
        String token = "\r\nAuthorization: " + server.tokens().bearer(GP);
        return Stream.of(
                        "GET /" + evil,
                        "GET /ig/" + evil,
                        "GET /ig?" + evil,
                        "GET /fhir/Task?_format=" + evil,
                        "GET /fhir/Task?_id=" + evil,
                        "GET /fhir/Task/" + evil,
                        "GET /fhir/Task?_sort=" + evil,
                        "GET /fhir/metadata?_format=" + evil,
                        "GET /oauth2/token?grant_type=" + evil,
                        "GET /simulator/check?actor=" + evil,
                        "GET /elsewhere?x=" + evil)
                .map(line -> DynamicTest.dynamicTest(line, () -> {
                    Wire.Said said = Wire.say(
                            server.base(),
                            line + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAccept-Language: nl\u000bX-Evil: 1\r\n"
                                    + "X-Request-Id: " + evil + token + "\r\n\r\n");
                    assertThat(said.statuses()).hasSize(1);
                    assertThat(said.headers("X-Evil")).isEmpty();
                    assertThat(said.headers("Set-Cookie")).isEmpty();
                }));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
