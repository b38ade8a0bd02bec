package nl.wally;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nl.wally.Browser.Screen;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Tests that work with the pages as people do: in Dutch, in a real browser, against the shared server. Skipped, and said so,
 * where there is no browser. Pictures are taken when {@code -Dwally.guide.screens} names the folder.
 */
public abstract class ScreenIT extends ServerIT {
    private static final String PICTURES = System.getProperty("wally.guide.screens", "");

    private static final List<String> COLOURS = List.of("color-contrast", "link-in-text-block");

    private static final String WEIGHT =
            "performance.getEntries().filter(entry => entry.initiatorType !== 'xmlhttprequest')"
                    + ".reduce((sum, entry) => sum + (entry.encodedBodySize || 0), 0)";

    protected static Browser browser;

    @LocalServerPort
    private int port;

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

    /** A page that the test before left open asks for news for as long as it is there, and its session may end meanwhile. */
    @BeforeEach
    void nobodyThereYet() {
        browser.close();
    }

    /** A page of this person of the demo region, who has just come in. */
    protected Page signedIn(String name, Screen screen) {
        Page page = browser.page(screen, ColorScheme.LIGHT, "nl-NL");
        page.navigate(address("/sign-in"));
        signIn(page, name);
        return page;
    }

    /** Fills the form that the page shows. */
    protected static void signIn(Page page, String name) {
        page.fill("input[name=name]", name);
        page.fill("input[name=password]", "demo");
        page.click("main button[type=submit]");
    }

    protected String address(String path) {
        return "http://localhost:" + port + path;
    }

    /** What the page says, without what only a script or a screen reader reads. */
    protected static String text(Page page) {
        return page.locator("main").innerText();
    }

    /**
     * Axe finds no violation of WCAG 2.2 AA, in the light and in the dark; the page is no wider than the screen, weighs
     * less than 150 kB and is laid out by the standards; the browser complains of nothing.
     *
     * @param picture under which name, below {@code docs/screens}, pictures are taken, for instance {@code worklist/list}; none
     *     when empty
     */
    protected void fine(Page page, String picture) {
        for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            page.emulateMedia(new EmulateMediaOptions().setColorScheme(scheme));
            // In the dark nothing is another but the colours.
            assertThat(scheme == ColorScheme.DARK ? Axe.violations(page, COLOURS) : Axe.violations(page))
                    .as("axe, %s, %s", page.url(), scheme)
                    .isEmpty();
            if (!picture.isEmpty() && !PICTURES.isEmpty()) {
                take(page, picture + (scheme == ColorScheme.DARK ? "-dark" : ""));
            }
        }
        page.emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        noWiderThanTheScreen(page);
        assertThat(((Number) page.evaluate(WEIGHT)).longValue())
                .as("bytes of the page with all that belongs to it, the first time")
                .isLessThan(150_000);
        assertThat(page.evaluate("document.compatMode")).as("by the standards").isEqualTo("CSS1Compat");
        assertThat(browser.complaints()).isEmpty();
    }

    /** The page can be read on the narrowest of screens without going sideways (WCAG 1.4.10). */
    protected static void fitsTheNarrowest(Page page) {
        page.setViewportSize(320, 640);
        noWiderThanTheScreen(page);
    }

    private static void noWiderThanTheScreen(Page page) {
        assertThat((boolean)
                        page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
                .as("wider than the screen of %s", page.viewportSize().width)
                .isFalse();
    }

    private static void take(Page page, String picture) {
        boolean phone = page.viewportSize().width < 600;
        Path file = Path.of(PICTURES, picture + (phone ? "-phone" : "-desktop") + ".png");
        try {
            Files.createDirectories(file.getParent());
        } catch (java.io.IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
        page.screenshot(new ScreenshotOptions().setPath(file).setFullPage(true));
    }
}
