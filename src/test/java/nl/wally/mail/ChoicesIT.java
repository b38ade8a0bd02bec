package nl.wally.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator.ScreenshotOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import nl.wally.Browser;
import nl.wally.Browser.Screen;
import nl.wally.ReferralLife;
import nl.wally.ServerIT;
import nl.wally.mail.Choice.Moments;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** In a browser: somebody chooses when to get e-mail, a coordinator sees who gets none, and where a letter leads. */
class ChoicesIT extends ServerIT {
    private static final String SCREENS = System.getProperty("wally.guide.screens", "");
    private static final String SANNE = "PractitionerRole/wally-1";

    @LocalServerPort
    private int port;

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
        try (Browser browser = Browser.start()) {
            Page page = signedIn(browser, "sanne", Screen.PHONE);
            page.navigate(address("/notifications"));
            assertThat(page.locator("main").textContent()).contains("sanne.bakker@social-1.example");
            assertThat(page.locator("section").count()).isEqualTo(1);
            page.check("input[value=digest]");
            page.click("main button");
            assertThat(page.locator("[role=alert]").textContent()).contains("at least one hour");
            page.check("input[value=digest]");
            page.check("input[name=hours][value='8']");
            page.check("input[name=hours][value='16']");
            page.check("input[value=english]");
            page.click("main button");
            assertThat(page.locator("[role=status]").textContent()).contains("has been saved");
            assertThat(page.isChecked("input[value=digest]")).isTrue();
            assertThat(mailboxes.choice(SANNE)).isEqualTo(new Choice(Moments.DIGEST, Set.of(8, 16), Tongue.ENGLISH));
            fine(browser, page, "choices-phone");
        }
    }

    @Test
    void aCoordinatorSeesWhoGetsNoEmail() {
        String silent = "PractitionerRole/silent-" + UUID.randomUUID();
        mailboxes.fails(silent, Failure.UNKNOWN_ADDRESS, new byte[0], "Organization/social-1", false);
        try (Browser browser = Browser.start()) {
            Page page = signedIn(browser, "coordinator", Screen.DESKTOP);
            page.navigate(address("/notifications"));
            assertThat(page.locator("tr:has-text('" + silent + "')").textContent())
                    .contains("The address does not exist");
            fine(browser, page, "");
        }
        assertThat(mailboxes.failingUnder("Organization/social-2"))
                .extracting(Mailboxes.Failing::reference)
                .doesNotContain(silent);
    }

    @Test
    void aLetterLeadsToTheNumberForWhoMaySeeIt() {
        ReferralLife life = ReferralLife.begin(server, 1);
        String number = life.task().getIdentifierFirstRep().getValue();
        String path = "/waiting/" + life.reference(Task.class);
        try (Browser browser = Browser.start()) {
            Page page = browser.page(Screen.DESKTOP, ColorScheme.LIGHT);
            page.navigate(address(path));
            signIn(page, "sanne");
            assertThat(page.locator("main").textContent()).contains(number, "De Rivier", "Sanne");
            fine(browser, page, "");
            Page stranger = signedIn(browser, "yilmaz", Screen.DESKTOP);
            assertThat(stranger.navigate(address(path)).status()).isEqualTo(404);
            assertThat(stranger.locator("main").textContent()).doesNotContain(number);
        }
    }

    private Page signedIn(Browser browser, String name, Screen screen) {
        Page page = browser.page(screen, ColorScheme.LIGHT);
        page.navigate(address("/sign-in"));
        signIn(page, name);
        return page;
    }

    private static void signIn(Page page, String name) {
        page.fill("input[name=name]", name);
        page.fill("input[name=password]", "demo");
        page.click("main button[type=submit]");
    }

    private void fine(Browser browser, Page page, String picture) {
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
        assertThat((boolean)
                        page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
                .isFalse();
        assertThat(browser.complaints())
                .filteredOn(complaint -> !complaint.contains("400"))
                .isEmpty();
        if (!picture.isEmpty() && !SCREENS.isEmpty()) {
            page.locator("body")
                    .screenshot(new ScreenshotOptions().setPath(Path.of(SCREENS, "mail", picture + ".png")));
        }
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
