package nl.wally.referring.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.wally.Browser.Screen;
import nl.wally.ScreenIT;
import nl.wally.people.Identity;
import nl.wally.people.Position;
import nl.wally.people.Positions;
import nl.wally.shared.Caller.Capacity;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A GP's minute: Thea stands in the HIS already, so little is left to do from the launch to the sending. */
class LaunchedFormIT extends ScreenIT {
    private static final String PRACTICE = "Organization/practice-1";
    private static final String QUESTION = "Ik slaap slecht, en er blijven rekeningen liggen.";
    private static final String SEND = "form[action$='/refer'] button";

    private final String number = UUID.randomUUID().toString().substring(0, 8);
    private final String transaction = "V-" + UUID.randomUUID();
    private StandInHis his;
    private Page page;
    private int actions;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Positions positions;

    @BeforeEach
    void launch() {
        his = new StandInHis("his-form-" + UUID.randomUUID().toString().substring(0, 8));
        jdbc.update(
                "insert into oauth_client (client_id, organization, capacity, jwks) values (?, ?, 'practice', ?::jsonb)",
                his.client,
                PRACTICE,
                his.publicKeys());
        positions.keep(
                his.client,
                List.of(new Position(
                        new Identity("client:" + his.client, "arts-7"),
                        Capacity.PRACTICE,
                        PRACTICE,
                        "PractitionerRole/gp-1")));
        page = browser.page(Screen.DESKTOP, ColorScheme.LIGHT, "nl-NL");
        begin();
    }

    @AfterEach
    void close() {
        page.context().close();
        positions.keep(his.client, List.of());
        jdbc.update("delete from oauth_client where client_id = ?", his.client);
        his.close();
    }

    @Test
    void takesFourActionsFromTheLaunchToTheNumber() {
        assertThat(page.locator(".person-words").innerText()).contains("Thea Vos", "06 12345678");
        assertThat(page.getByLabel("Z01").isChecked()).isTrue();
        fine(page, "referring/launched");

        choose("Financiën");
        page.getByLabel("De vraag, in de woorden").fill(QUESTION);
        actions++;
        choose("mag mij vertellen wat eruit komt");
        page.click(SEND);
        actions++;

        assertThat(text(page)).containsPattern("WAW-\\d{10}").contains("Thea Vos", "Sanne Bakker");
        assertThat(actions).isLessThanOrEqualTo(4);
        ServiceRequest referral = sent().get(0);
        assertThat(referral.getNoteFirstRep().getText()).isEqualTo(QUESTION);
        assertThat(referral.getReasonCode())
                .extracting(reason -> reason.getCodingFirstRep().getCode())
                .contains("Z01", "finances");
        Patient thea = server.read("his-demo-1", referral.getSubject().getReference(), Patient.class);
        assertThat(thea.getIdentifierFirstRep().getValue()).isEqualTo(number);
        assertThat(thea.getBirthDateElement().getValueAsString()).isEqualTo("1970-04-01");

        page.navigate(address("/refer"));
        assertThat(page.locator(".person-words").count())
                .as("the next one is about somebody else")
                .isZero();
    }

    @Test
    void makesOneReferralHoweverOftenItIsLaunched() {
        page.getByLabel("De vraag, in de woorden").fill(QUESTION);
        choose("mag mij vertellen wat eruit komt");
        page.click(SEND);
        String first = page.url();
        begin();
        page.getByLabel("De vraag, in de woorden").fill("Iets anders.");
        choose("mag mij vertellen wat eruit komt");
        page.click(SEND);

        assertThat(page.locator("[role=alert]").first().innerText()).contains("Dit formulier is eerder verstuurd");
        assertThat(page.inputValue("[name='ask.question']")).isEqualTo("Iets anders.");
        page.getByText("Bekijk de verwijzing die is verstuurd").click();
        assertThat(page.url()).isEqualTo(first);
        assertThat(sent()).hasSize(1);
    }

    /** A GP whose session ended meanwhile signs in, and then begins in the HIS again after all. */
    @Test
    void keepsWhatWasTypedForThatPatientAlone() {
        page.getByLabel("De vraag, in de woorden").fill(QUESTION);
        jdbc.update("delete from web_session where issuer = ?", "client:" + his.client);
        page.click(SEND);
        assertThat(page.url()).contains("/sign-in");
        signIn(page, "vandijk");
        assertThat(page.inputValue("[name='ask.question']")).isEmpty();
        begin();
        assertThat(page.inputValue("[name='ask.question']")).isEqualTo(QUESTION);
    }

    private void choose(String label) {
        page.getByLabel(label).check();
        actions++;
    }

    private List<ServiceRequest> sent() {
        return server.get("his-demo-1", "/ServiceRequest?identifier=" + transaction)
                .all(ServiceRequest.class);
    }

    private void begin() {
        String token = his.signed(his.launch("arts-7")
                .claim(
                        "patient",
                        Map.of(
                                "resourceType",
                                "Patient",
                                "identifier",
                                List.of(Map.of("system", "https://practice-1.example/patient", "value", number)),
                                "name",
                                List.of(Map.of("family", "Vos", "given", List.of("Thea"))),
                                "gender",
                                "female",
                                "birthDate",
                                "1970-04-01",
                                "telecom",
                                List.of(Map.of("system", "phone", "value", "06 12345678"))))
                .claim("icpc", List.of("Z01.02"))
                .claim("transaction", Map.of("system", "https://practice-1.example/referral", "value", transaction)));
        page.navigate(his.pageWith(token, address(JwtLaunchController.PATH)));
        page.waitForNavigation(() -> page.click("button"));
        // The HIS of this test has no icon.
        browser.complaints().clear();
    }
}
