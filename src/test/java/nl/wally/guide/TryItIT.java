package nl.wally.guide;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasValueOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import nl.wally.Axe;
import nl.wally.Browser;
import nl.wally.Browser.Screen;
import nl.wally.Messages;
import nl.wally.ServerIT;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The try-it page as somebody uses it: a real browser and the real server. */
class TryItIT extends ServerIT {
    private static Browser browser;

    @Autowired
    private JdbcClient database;

    @BeforeAll
    static void open() {
        browser = Browser.start();
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void aBrokenReferralShowsItsFaultAtItsLine() {
        String broken = thea().replaceFirst("\"authoredOn\": \"2026-03-02", "\"authoredOn\": \"2026-99-02");
        assertThat(broken).isNotEqualTo(thea());
        int line = lineOf(broken, "2026-99-02");
        Page page = page("try-it.html", Screen.DESKTOP);
        page.fill("#message", broken);
        page.click("#validate");
        says(page, Pattern.compile("\\d problems? found"));
        assertThat(page.locator("#line-" + line + " .issue.error").count()).isPositive();
        assertThat(page.locator(".issues a[href='#line-" + line + "']").count()).isPositive();
        assertThat(Axe.spots(page)).isEmpty();
        page.locator("#line-" + line + " button").first().click();
        String chosen =
                "document.activeElement.value.slice(document.activeElement.selectionStart, document.activeElement.selectionEnd)";
        assertThat(page.evaluate(chosen).toString()).contains("2026-99-02");
        Screens.take(page, "try-it-desktop");
        page.context().close();
    }

    @Test
    void aGoodReferralIsSaidToBeRight() {
        Page page = page("try-it.html", Screen.PHONE);
        page.click("#example");
        PlaywrightAssertions.assertThat(page.locator("#message"))
                .hasValue(Pattern.compile("TheaReferral"), new HasValueOptions().setTimeout(60_000));
        page.click("#validate");
        says(page, Pattern.compile("The message is right"));
        assertThat(Axe.spots(page)).isEmpty();
        Screens.take(page, "try-it-phone");
        page.context().close();
    }

    @Test
    void theRehearsalNamesWhoWouldOwnItAndWhenTheyWouldCall() {
        long before = referrals();
        Page page = page("try-it-nl.html", Screen.DESKTOP);
        page.fill(
                "#message", context.newJsonParser().setPrettyPrint(true).encodeResourceToString(Messages.referral(1)));
        page.click("#rehearse");
        says(page, Pattern.compile("Dit zou worden aangenomen"));
        String told = page.locator(".issues").innerText();
        assertThat(told).contains("Sanne", "PractitionerRole/wally-1").containsPattern("\\d{4} om \\d\\d:\\d\\d");
        assertThat(Axe.spots(page)).isEmpty();
        assertThat(referrals()).isEqualTo(before);
        page.context().close();
    }

    @Test
    void aWrongSecretIsSaidPlainly() {
        Page page = page("try-it.html", Screen.PHONE);
        page.fill("#secret", "wrong");
        page.fill("#message", thea());
        page.click("#validate");
        says(page, Pattern.compile("gives this client no token"));
        page.context().close();
    }

    @Test
    void allOfItWorksByKeyboard() {
        Page page = page("try-it.html", Screen.DESKTOP);
        page.focus("#message");
        page.keyboard().insertText("{\"resourceType\": \"Patient\"}");
        page.keyboard().press("Tab");
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("validate");
        page.keyboard().press("Enter");
        says(page, Pattern.compile("\\d problems? found"));
        page.context().close();
    }

    private Page page(String name, Screen screen) {
        Page page = browser.page(screen, ColorScheme.LIGHT);
        page.navigate(server.base() + "/ig/" + name);
        PlaywrightAssertions.assertThat(page.locator("#client"))
                .hasValue("his-demo-1", new HasValueOptions().setTimeout(60_000));
        return page;
    }

    private static void says(Page page, Pattern text) {
        PlaywrightAssertions.assertThat(page.locator("#status"))
                .containsText(text, new ContainsTextOptions().setTimeout(60_000));
    }

    private long referrals() {
        return database.sql("select count(*) from referral").query(Long.class).single();
    }

    private static String thea() {
        return new String(
                new Sources().file("profiles/examples/Bundle-TheaReferral.json").orElseThrow(), StandardCharsets.UTF_8);
    }

    private static int lineOf(String text, String part) {
        return (int) text.substring(0, text.indexOf(part)).lines().count();
    }
}
