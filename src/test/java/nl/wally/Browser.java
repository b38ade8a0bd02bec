package nl.wally;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.slf4j.LoggerFactory;

/**
 * A real browser for tests: the Chromium of this machine, or the one that the setting {@code wally.chromium} names. One for
 * all tests of a process, with which it ends: each visitor has cookies and a store of their own.
 */
public final class Browser implements AutoCloseable {
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** The first profile waits for all definitions of FHIR, and machines that test do more at once. */
    private static final int PATIENCE_MILLIS = 120_000;

    /** What a page is looked at through. */
    public enum Screen {
        PHONE(390, 844),
        DESKTOP(1280, 900);

        private final int width;
        private final int height;

        Screen(int width, int height) {
            this.width = width;
            this.height = height;
        }
    }

    private static Browser running;

    private final com.microsoft.playwright.Browser browser;
    private final List<String> complaints = new ArrayList<>();

    private Browser(Path program) {
        Playwright playwright =
                Playwright.create(new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new LaunchOptions().setExecutablePath(program).setArgs(ARGUMENTS));
    }

    /** Starts it when it does not run yet. Where there is no Chromium the test is skipped, and the build says so; a build that decides fails. */
    public static synchronized Browser start() {
        if (running != null) {
            return running;
        }
        Path program = Path.of(System.getProperty("wally.chromium", "/usr/bin/chromium"));
        if (!Files.isExecutable(program)) {
            String missing = "SKIPPED, FOR THERE IS NO BROWSER: no Chromium at " + program
                    + " (Debian: apt-get install chromium; elsewhere: -Dwally.chromium=PATH)";
            assertThat(System.getenv("CI")).as(missing).isNotEqualTo("true");
            // JUnit keeps the reason of a class that is skipped to itself.
            LoggerFactory.getLogger(Browser.class).warn(missing);
            Assumptions.abort(missing);
        }
        running = new Browser(program);
        return running;
    }

    /** An empty page; what it complains about in its console is kept. */
    public Page page(Screen screen, ColorScheme scheme) {
        return page(screen, scheme, "en-GB");
    }

    /** The same, of somebody who reads this language. */
    public Page page(Screen screen, ColorScheme scheme, String locale) {
        BrowserContext context = browser.newContext(new NewContextOptions()
                .setViewportSize(screen.width, screen.height)
                .setColorScheme(scheme)
                // A page that still scrolls is clicked beside what was aimed at.
                .setReducedMotion(ReducedMotion.REDUCE)
                .setLocale(locale));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        return page;
    }

    /** One that runs no scripts, of somebody who reads this language. */
    public Page pageWithoutScripts(Screen screen, String locale) {
        BrowserContext context = browser.newContext(new NewContextOptions()
                .setViewportSize(screen.width, screen.height)
                .setLocale(locale)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setJavaScriptEnabled(false));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        return context.newPage();
    }

    /** Errors and warnings of all pages so far, of the policy that forbids scripts and styles too. */
    public List<String> complaints() {
        return complaints;
    }

    /** All its visitors leave. */
    @Override
    public void close() {
        List.copyOf(browser.contexts()).forEach(BrowserContext::close);
        complaints.clear();
    }
}
