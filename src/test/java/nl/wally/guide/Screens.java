package nl.wally.guide;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import nl.wally.Browser.Screen;

/** Takes the pictures of {@code docs/screens}, when {@code -Dwally.guide.screens} names the folder. */
final class Screens {
    private static final String FOLDER = System.getProperty("wally.guide.screens", "");

    private static final Map<String, String> SHOWN = Map.of(
            "index.html", "start",
            "StructureDefinition-waw-referral-task.html", "profile",
            "states.html", "states");

    private Screens() {}

    /** A picture of a page that is shown in the docs; of others none. */
    static void take(Page page, Screen screen, ColorScheme scheme, String file) {
        if (SHOWN.containsKey(file)) {
            String dark = scheme == ColorScheme.DARK ? "-dark" : "";
            take(page, SHOWN.get(file) + "-" + screen.name().toLowerCase(Locale.ROOT) + dark);
        }
    }

    static void take(Page page, String name) {
        if (!FOLDER.isEmpty()) {
            page.screenshot(new ScreenshotOptions().setPath(Path.of(FOLDER, name + ".png")));
        }
    }
}
