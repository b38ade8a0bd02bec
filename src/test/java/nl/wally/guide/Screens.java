package nl.wally.guide;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import java.nio.file.Path;

/** Takes the pictures of {@code docs/screens}, when {@code -Dwally.guide.screens} names the folder. */
final class Screens {
    private static final String FOLDER = System.getProperty("wally.guide.screens", "");

    private Screens() {}

    static void take(Page page, String name) {
        if (!FOLDER.isEmpty()) {
            page.screenshot(new ScreenshotOptions().setPath(Path.of(FOLDER, name + ".png")));
        }
    }
}
