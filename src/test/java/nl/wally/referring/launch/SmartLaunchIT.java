package nl.wally.referring.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.function.UnaryOperator;
import nl.wally.Browser.Screen;
import nl.wally.ScreenIT;
import nl.wally.people.Identity;
import nl.wally.people.Position;
import nl.wally.people.Positions;
import nl.wally.shared.Caller.Capacity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A HIS launches the form by SMART App Launch: it is asked, believed where it proves what it says, and nowhere else. */
class SmartLaunchIT extends ScreenIT {
    private static final String SOURCE = "smart-launch-test";

    private final HttpClient http = HttpClient.newHttpClient();
    private SmartHis his;

    @Autowired
    private HisFile known;

    @Autowired
    private Positions positions;

    @BeforeEach
    void register() throws Exception {
        his = new SmartHis("smart-his");
        Files.writeString(HIS, his.entry("Organization/practice-1"));
        known.look();
        positions.keep(
                SOURCE,
                List.of(new Position(
                        new Identity(his.iss(), "arts-7"),
                        Capacity.PRACTICE,
                        "Organization/practice-1",
                        "PractitionerRole/gp-1")));
    }

    @AfterEach
    void close() throws Exception {
        positions.keep(SOURCE, List.of());
        Files.writeString(HIS, "[]");
        known.look();
        his.close();
    }

    @Test
    void aGpComesFromTheHisToTheForm() {
        Page page = browser.page(Screen.DESKTOP, ColorScheme.LIGHT, "nl-NL");
        Response form = page.navigate(address(launch()));
        assertThat(page.url()).isEqualTo(address("/refer"));
        assertThat(form.request().allHeaders().get("cookie"))
                .contains("wally=", "wally-luggage=")
                .doesNotContain("wally-launch=");
        assertThat(his.asked.get("scope"))
                .as("no more than is needed")
                .isEqualTo("launch openid fhirUser patient/Patient.r user/Practitioner.r");
        page.navigate(address("/me"));
        assertThat(text(page)).contains("Huisartsenpraktijk");
        page.context().close();
    }

    @Test
    void theHisMayWriteItsNameWithASlashAtTheEnd() throws Exception {
        assertThat(walk(launch().replace("%2Ffhir&", "%2Ffhir%2F&")).statusCode())
                .isEqualTo(303);
    }

    @Test
    void anIdTokenThatIsNotRightLeadsNowhere() throws Exception {
        assertThat(refused(claims -> claims.issuer("https://other.example")))
                .as("of another")
                .isTrue();
        assertThat(refused(claims -> claims.audience("somebody-else")))
                .as("for another")
                .isTrue();
        assertThat(refused(claims -> claims.claim("nonce", "another")))
                .as("an old one")
                .isTrue();
        assertThat(refused(claims -> claims.expirationTime(StandInHis.in(-600))))
                .as("expired")
                .isTrue();
        his.signing = new RSAKeyGenerator(2048).keyID(his.key.getKeyID()).generate();
        assertThat(refused(UnaryOperator.identity())).as("forged").isTrue();
    }

    @Test
    void onlyWhoWorksThereComesIn() throws Exception {
        his.fhirUser = "Patient/4711";
        assertThat(refused(UnaryOperator.identity())).as("the patient").isTrue();
        his.fhirUser = his.iss() + "/Practitioner/arts-7";
        his.active = false;
        assertThat(refused(UnaryOperator.identity())).as("who has left").isTrue();
        his.active = true;
        assertThat(walk(launch()).headers().firstValue("location")).hasValue("/refer");
        his.twist = claims -> claims.subject("stranger");
        assertThat(walk(launch()).body()).as("whom the operator does not know").contains(his.iss(), "stranger");
    }

    @Test
    void anAnswerCountsOnceAndForTheBrowserThatAsked() throws Exception {
        HttpResponse<String> leaving = get(address(launch()), "");
        String back = location(get(location(leaving), ""));
        assertThat(get(back, "").statusCode()).as("in another browser").isEqualTo(403);
        String cookie = cookie(leaving);
        assertThat(get(back.replace("code=", "code=x"), cookie).statusCode())
                .as("another code")
                .isEqualTo(403);
        assertThat(get(back, cookie).statusCode()).isEqualTo(303);
        assertThat(get(back, cookie).statusCode()).as("again").isEqualTo(403);
        assertThat(get(back.replaceAll("code=[^&]*", "error=access_denied"), cookie)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aHisThatIsUnknownUnsafeOrAwayIsTold() throws Exception {
        assertThat(get(address("/launch/smart?iss=https%3A%2F%2Fevil.example&launch=x"), "")
                        .statusCode())
                .isEqualTo(403);
        assertThat(get(address(launch().replaceAll("&launch=.*", "")), "").statusCode())
                .isEqualTo(403);
        his.issuerIs = "nobody";
        assertThat(get(address(launch()), "").statusCode())
                .as("a HIS that does not say who signs its ID tokens")
                .isEqualTo(503);
        his.issuerIs = "issuer";
        his.challenges = "\"plain\"";
        HttpResponse<String> unsafe = get(address(launch()), "");
        assertThat(unsafe.statusCode()).as("a HIS without PKCE").isEqualTo(503);
        assertThat(unsafe.body()).contains("geeft deze server nu geen antwoord");
    }

    private boolean refused(UnaryOperator<JWTClaimsSet.Builder> twist) throws Exception {
        his.twist = twist;
        HttpResponse<String> answer = walk(launch());
        return answer.statusCode() == 403 && answer.body().contains("werkt één keer");
    }

    private String launch() {
        return "/launch/smart?iss=" + URLEncoder.encode(his.iss(), StandardCharsets.UTF_8) + "&launch="
                + URLEncoder.encode(SmartHis.LAUNCH, StandardCharsets.UTF_8);
    }

    /** The whole way, as a browser goes it. */
    private HttpResponse<String> walk(String launch) throws Exception {
        HttpResponse<String> leaving = get(address(launch), "");
        return get(location(get(location(leaving), "")), cookie(leaving));
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("location").orElseThrow();
    }

    private static String cookie(HttpResponse<String> answer) {
        return answer.headers().firstValue("set-cookie").orElseThrow().replaceAll(";.*", "");
    }

    private HttpResponse<String> get(String address, String cookie) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address)).header("Accept-Language", "nl");
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
