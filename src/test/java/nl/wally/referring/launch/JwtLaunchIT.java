package nl.wally.referring.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import nl.wally.Browser.Screen;
import nl.wally.ScreenIT;
import nl.wally.people.Identity;
import nl.wally.people.Position;
import nl.wally.people.Positions;
import nl.wally.shared.Caller.Capacity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;

/** A HIS launches the form by a signed form of its own page, on another site; what is forged, old, used or in a link leads nowhere. */
@ExtendWith(OutputCaptureExtension.class)
class JwtLaunchIT extends ScreenIT {
    private final HttpClient http = HttpClient.newHttpClient();
    private StandInHis his;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Positions positions;

    @BeforeEach
    void register() {
        his = new StandInHis("his-launching-" + UUID.randomUUID().toString().substring(0, 8));
        jdbc.update(
                "insert into oauth_client (client_id, organization, capacity, jwks) values (?, ?, 'practice', ?::jsonb)",
                his.client,
                "Organization/practice-1",
                his.publicKeys());
        positions.keep(
                his.client,
                List.of(new Position(
                        new Identity("client:" + his.client, "arts-7"),
                        Capacity.PRACTICE,
                        "Organization/practice-1",
                        "PractitionerRole/gp-1")));
    }

    @AfterEach
    void close() {
        positions.keep(his.client, List.of());
        jdbc.update("delete from oauth_client where client_id = ?", his.client);
        his.close();
    }

    @Test
    void aGpComesFromTheHisToTheFormInASessionOfItsOwn(CapturedOutput output) {
        Page page = browser.page(Screen.DESKTOP, ColorScheme.LIGHT, "nl-NL");
        page.navigate(his.pageWith(his.signed(his.launch("arts-7")), address(JwtLaunchController.PATH)));
        Response form = page.waitForNavigation(() -> page.click("button"));
        assertThat(page.url()).isEqualTo(address("/refer"));
        assertThat(form.request().allHeaders().get("cookie"))
                .as("the cookies of the launch reach the page that comes next")
                .contains("wally=", "wally-luggage=");
        assertThat(output).doesNotContain("Vos").doesNotContain("4711");

        page.navigate(address("/me"));
        assertThat(text(page)).contains("Huisartsenpraktijk");
        page.context().close();
    }

    @Test
    void theHisOfTheDemoRegionLaunchesForThea() {
        Page page = browser.page(Screen.PHONE, ColorScheme.LIGHT, "nl-NL");
        page.navigate(address("/demo/his"));
        fine(page, "launch/demo-his");
        page.waitForNavigation(() -> page.click("main button"));
        assertThat(page.url()).isEqualTo(address("/refer"));
        page.context().close();
    }

    @Test
    void whoGoesBackIsToldToStartAgain() {
        Page page = browser.page(Screen.PHONE, ColorScheme.LIGHT, "nl-NL");
        String launch = his.pageWith(his.signed(his.launch("arts-7")), address(JwtLaunchController.PATH));
        page.navigate(launch);
        page.waitForNavigation(() -> page.click("button"));
        page.navigate(launch);
        page.waitForNavigation(() -> page.click("button"));
        assertThat(text(page)).contains("werkt één keer", "start de verwijzing naar de Wally opnieuw");
        // A refusal is an error to a browser, and so to its console.
        browser.complaints().removeIf(said -> said.contains("the server responded with a status of"));
        fine(page, "launch/refused");
        page.context().close();
    }

    @Test
    void whatIsNotToBelieveLeadsNowhere() throws Exception {
        assertThat(refused(claims -> claims.expirationTime(StandInHis.in(-60))))
                .as("expired")
                .isTrue();
        assertThat(refused(claims -> claims.expirationTime(StandInHis.in(3600))))
                .as("for an hour")
                .isTrue();
        assertThat(refused(claims -> claims.notBeforeTime(StandInHis.in(600))))
                .as("not yet")
                .isTrue();
        assertThat(refused(claims -> claims.audience("http://localhost:8080/oauth2/token")))
                .as("for elsewhere")
                .isTrue();
        assertThat(refused(claims -> claims.issuer("his-demo-1")))
                .as("a client without keys")
                .isTrue();
        assertThat(refused(claims -> claims.issuer("nobody"))).as("of nobody").isTrue();
        assertThat(refused(claims -> claims.issuer("no\0body")))
                .as("of nothing")
                .isTrue();
        assertThat(refused(claims -> claims.jwtID(null))).as("without a number").isTrue();
        assertThat(refused(claims -> claims.subject(null))).as("without a user").isTrue();
        assertThat(refused(claims -> claims.subject("x".repeat(256))))
                .as("nobody's number")
                .isTrue();
        assertThat(refused(claims -> claims.claim("organization", "Organization/practice-2")))
                .as("another practice")
                .isTrue();
        assertThat(refused(claims -> claims.claim("patient", "Thea")))
                .as("no patient")
                .isTrue();
        assertThat(refused(claims -> claims.claim("patient", Map.of("resourceType", "Patient", "", "x"))))
                .as("a patient that is no FHIR")
                .isTrue();
        assertThat(refused(claims -> claims.claim("icpc", "x".repeat(9_000))))
                .as("no list")
                .isTrue();
        RSAKey other = new RSAKeyGenerator(2048).keyID(his.key.getKeyID()).generate();
        assertThat(isRefused(post(StandInHis.signed(other, JWSAlgorithm.RS256, his.launch("arts-7")))))
                .as("forged")
                .isTrue();
        assertThat(isRefused(post("x.y.z"))).isTrue();
        assertThat(isRefused(post(his.signed(his.launch("arts-7")) + "&token=x")))
                .as("two")
                .isTrue();
    }

    @Test
    void whomTheOperatorDoesNotKnowIsToldWhatToPassOn() throws Exception {
        HttpResponse<String> answer = post(his.signed(his.launch("stranger")));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("client:" + his.client, "stranger");
        assertThat(answer.headers().allValues("set-cookie")).noneMatch(cookie -> cookie.matches("wally=[^;]+;.*"));
    }

    @Test
    void aLinkIsRefusedAndIsOfNoUseToWhoFindsIt() throws Exception {
        String token = his.signed(his.launch("arts-7"));
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(address(JwtLaunchController.PATH + "?token=" + token)))
                        .header("Accept-Language", "nl")
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("in een link").doesNotContain(token);
        assertThat(isRefused(post(token))).isTrue();
    }

    @Test
    void ofManyAtOnceOneComesIn() {
        String token = his.signed(his.launch("arts-7"));
        List<CompletableFuture<HttpResponse<String>>> all = IntStream.range(0, 12)
                .mapToObj(number -> http.sendAsync(request(token), BodyHandlers.ofString()))
                .toList();
        assertThat(all.stream().map(CompletableFuture::join).filter(answer -> answer.statusCode() == 303))
                .hasSize(1);
    }

    private boolean refused(UnaryOperator<JWTClaimsSet.Builder> spoil) throws Exception {
        return isRefused(post(his.signed(spoil.apply(his.launch("arts-7")))));
    }

    private static boolean isRefused(HttpResponse<String> answer) {
        return answer.statusCode() == 403
                && answer.headers().allValues("set-cookie").stream()
                        .noneMatch(cookie -> cookie.matches("wally=[^;]+;.*"))
                && answer.body().contains("werkt één keer");
    }

    private HttpResponse<String> post(String token) throws Exception {
        return http.send(request(token), BodyHandlers.ofString());
    }

    private HttpRequest request(String token) {
        return HttpRequest.newBuilder(URI.create(address(JwtLaunchController.PATH)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept-Language", "nl")
                .header("Origin", "https://his.example")
                .POST(BodyPublishers.ofString("token="
                        + URLEncoder.encode(token, StandardCharsets.UTF_8).replace("%26token%3D", "&token=")))
                .build();
    }
}
