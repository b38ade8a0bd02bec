package nl.wally.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.Sizes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import nl.wally.Browser.Screen;
import nl.wally.ScreenIT;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a page weighs for whoever opens it for the first time: itself and all that it loads, as it goes over the line. Every page
 * to which the menu of somebody of the demo region leads, so that a new room is weighed by itself.
 */
class PageWeightIT extends ScreenIT {
    private static final int HEAVIEST_BYTES = 150_000;

    @ParameterizedTest
    @ValueSource(strings = {"sanne", "joris", "mila", "vandijk", "coordinator", "privacy"})
    void isLight(String person) {
        Page page = signedIn(person, Screen.PHONE);
        List<String> rooms = page.locator("header.top a").all().stream()
                .map(link -> link.getAttribute("href"))
                .distinct()
                .toList();
        assertThat(rooms).hasSizeGreaterThan(1);

        Map<String, Long> heavy = new TreeMap<>();
        for (String room : rooms) {
            long bytes = weighed(page, room);
            if (bytes > HEAVIEST_BYTES) {
                heavy.put(room, bytes);
            }
        }
        assertThat(heavy).isEmpty();
    }

    /** Bytes, with the headers of the answers. */
    private long weighed(Page page, String room) {
        var protocol = page.context().newCDPSession(page);
        protocol.send("Network.enable");
        protocol.send("Network.clearBrowserCache");
        protocol.detach();
        List<Request> loaded = new ArrayList<>();
        var collect = (Consumer<Request>) loaded::add;
        page.onRequestFinished(collect);
        page.navigate(address(room));
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.offRequestFinished(collect);
        assertThat(loaded).as("the page, its style and its scripts").hasSizeGreaterThan(3);
        return loaded.stream()
                .map(Request::sizes)
                .mapToLong(PageWeightIT::bytes)
                .sum();
    }

    private static long bytes(Sizes sizes) {
        return (long) sizes.responseHeadersSize + sizes.responseBodySize;
    }
}
