package nl.wally.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Set;
import java.util.UUID;
import nl.wally.Browser.Screen;
import nl.wally.ReferralLife;
import nl.wally.ScreenIT;
import nl.wally.mail.Choice.Moments;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** In a browser: somebody chooses when to get e-mail, a coordinator sees who gets none, and where a letter leads. */
class ChoicesIT extends ScreenIT {
    private static final String SANNE = "PractitionerRole/wally-1";

    @Autowired
    private Mailboxes mailboxes;

    @Autowired
    private JdbcTemplate jdbc;

    @AfterEach
    void asBefore() {
        jdbc.update(
                "delete from mailbox where reference like '%/wally-1' or reference like 'PractitionerRole/silent-%'");
    }

    @Test
    void aWallyChoosesADigest() {
        Page page = signedIn("sanne", Screen.PHONE);
        page.navigate(address("/notifications"));
        assertThat(text(page)).contains("sanne.bakker@social-1.example");
        assertThat(page.locator("section").count()).isEqualTo(1);
        page.check("input[value=digest]");
        page.click("main button");
        assertThat(page.locator("[role=alert]").textContent()).contains("minstens één tijdstip");
        // The browser tells of the 400 that came with it.
        browser.complaints().clear();
        page.check("input[value=digest]");
        page.check("input[name=hours][value='8']");
        page.check("input[name=hours][value='16']");
        page.check("input[value=english]");
        page.click("main button");
        assertThat(page.locator("[role=status]").textContent()).contains("Uw keuze is bewaard");
        assertThat(page.isChecked("input[value=digest]")).isTrue();
        assertThat(mailboxes.choice(SANNE)).isEqualTo(new Choice(Moments.DIGEST, Set.of(8, 16), Tongue.ENGLISH));
        fine(page, "mail/choices");
    }

    @Test
    void aCoordinatorSeesWhoGetsNoEmail() {
        String silent = "PractitionerRole/silent-" + UUID.randomUUID();
        mailboxes.fails(silent, Failure.UNKNOWN_ADDRESS, new byte[0], "Organization/social-1", false);
        Page page = signedIn("coordinator", Screen.DESKTOP);
        page.navigate(address("/notifications"));
        assertThat(page.locator("tr:has-text('" + silent + "')").textContent()).contains("Het adres bestaat niet");
        fine(page, "");
        assertThat(mailboxes.failingUnder("Organization/social-2"))
                .extracting(Mailboxes.Failing::reference)
                .doesNotContain(silent);
    }

    @Test
    void aLetterLeadsToTheNumberForWhoMaySeeIt() {
        ReferralLife life = ReferralLife.begin(server, 1);
        String number = life.task().getIdentifierFirstRep().getValue();
        String path = "/waiting/" + life.reference(Task.class);
        Page page = browser.page(Screen.DESKTOP, ColorScheme.LIGHT, "nl-NL");
        page.navigate(address(path));
        signIn(page, "sanne");
        assertThat(text(page)).contains(number, "De Rivier", "Sanne");
        fine(page, "");
        Page stranger = signedIn("yilmaz", Screen.DESKTOP);
        assertThat(stranger.navigate(address(path)).status()).isEqualTo(404);
        assertThat(text(stranger)).doesNotContain(number);
    }
}
