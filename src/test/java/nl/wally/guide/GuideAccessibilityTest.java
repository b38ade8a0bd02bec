package nl.wally.guide;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import nl.wally.Axe;
import nl.wally.Browser;
import nl.wally.Browser.Screen;
import nl.wally.conformance.Definitions;
import nl.wally.conformance.GuidePackage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Axe finds nothing in a real browser, on a phone and on a desktop, in the light and in the dark. One page of each kind on
 * the phone and fewer on the desktop by default; {@code mvn -Pthorough verify} takes every page on both.
 */
class GuideAccessibilityTest {
    private static final List<String> ONE_OF_EACH_KIND = List.of(
            "index.html",
            "states.html",
            "problems.html",
            "operations.html",
            "op-send-referral.html",
            "artifacts.html",
            "StructureDefinition-waw-referral-task.html",
            "CodeSystem-waw-problem.html",
            "CapabilityStatement-waw-server.html",
            "Questionnaire-waw-clarification-form.html",
            "Bundle-TheaReferral.html",
            "try-it.html",
            "Task-TheaInProgress.json.html",
            "nothing-here.html");

    private static final List<String> OF_EVERY_COLOUR = List.of(
            "index.html", "StructureDefinition-waw-referral-task.html", "Bundle-TheaReferral.html", "try-it.html");

    private static Guide guide;
    private static GuideServer server;
    private static Browser browser;

    @BeforeAll
    static void open() throws IOException {
        browser = Browser.start();
        FhirContext context = FhirContext.forR4();
        guide = new GuideParts(context, new Definitions(context), new GuidePackage()).guide();
        server = new GuideServer(guide);
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            server.close();
            browser.close();
        }
    }

    @Test
    void axeFindsNothingOnAPhone() {
        assertThat(violations(Screen.PHONE, ColorScheme.LIGHT, pages(ONE_OF_EACH_KIND)))
                .isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void axeFindsNothingOnADesktop() {
        assertThat(violations(Screen.DESKTOP, ColorScheme.LIGHT, pages(OF_EVERY_COLOUR)))
                .isEmpty();
    }

    @Test
    void axeFindsNothingInTheDark() {
        assertThat(violations(Screen.DESKTOP, ColorScheme.DARK, pages(OF_EVERY_COLOUR)))
                .isEmpty();
    }

    private static List<String> violations(Screen screen, ColorScheme scheme, List<String> pages) {
        List<String> found = new ArrayList<>();
        Page page = browser.page(screen, scheme);
        for (String name : pages) {
            page.navigate(server.address(name));
            Axe.violations(page)
                    .forEach(rule -> rule.getNodes()
                            .forEach(node -> found.add(
                                    name + ": " + rule.getId() + " at " + node.getTarget() + " " + node.getHtml())));
            Screens.take(page, screen, scheme, name);
            if ((boolean)
                    page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")) {
                found.add(name + ": wider than the screen");
            }
        }
        page.context().close();
        return found;
    }

    private static List<String> pages(List<String> otherwise) {
        return "all".equals(System.getProperty("wally.guide.pages"))
                ? guide.names().stream().filter(name -> name.endsWith(".html")).toList()
                : otherwise;
    }

    @Test
    void theFirstTabSkipsToTheTextAndTheNextOnesReachEveryEntryOfTheMenu() {
        Page page = browser.page(Screen.PHONE, ColorScheme.LIGHT);
        page.navigate(server.address("states.html"));
        page.keyboard().press("Tab");
        assertThat(focused(page)).isEqualTo("Skip to the text");
        page.keyboard().press("Tab");
        assertThat(focused(page)).isEqualTo("Waar is Wally");
        page.keyboard().press("Tab");
        assertThat(focused(page)).isEqualTo("Start");
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        assertThat(focused(page)).isEqualTo("Read");
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        assertThat(focused(page)).isEqualTo("The method");
        page.keyboard().press("Enter");
        page.waitForURL("**/method.html");
        page.context().close();
    }

    @Test
    void theSkipLinkMovesTheFocusBehindTheMenu() {
        Page page = browser.page(Screen.DESKTOP, ColorScheme.LIGHT);
        page.navigate(server.address("states.html"));
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("text");
        page.context().close();
    }

    private static String focused(Page page) {
        return page.evaluate("document.activeElement.textContent").toString().strip();
    }
}
