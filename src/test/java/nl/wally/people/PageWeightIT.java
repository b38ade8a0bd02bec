package nl.wally.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.Sizes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.wally.Browser.Screen;
import nl.wally.ScreenIT;
import nl.wally.access.ClientRegistry;
import nl.wally.coordination.District;
import nl.wally.shared.Caller.Capacity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What a page weighs for whoever opens it for the first time: itself and all that it loads, as it goes over the line. Every page
 * to which the menu of somebody of the demo region leads, so that a new room is weighed by itself.
 */
class PageWeightIT extends ScreenIT {
    private static final int HEAVIEST_BYTES = 150_000;
    private static final String SOURCE = "weight-test";

    @Autowired
    private ClientRegistry clients;

    @Autowired
    private Positions positions;

    @ParameterizedTest
    @ValueSource(strings = {"sanne", "joris", "mila", "vandijk", "privacy"})
    void isLight(String person) {
        weigh(signedIn(person, Screen.PHONE));
    }

    /** In a district of the test's own: the coordinator of the demo region keeps the practices of all other tests as well. */
    @Test
    void isLightForACoordinator() {
        District here = new District(server, clients);
        positions.keep(
                SOURCE,
                List.of(new Position(
                        new Identity(Accounts.ISSUER, "els"), Capacity.COORDINATOR, here.organization, null)));
        try {
            Page page = signedIn("els", Screen.PHONE);
            page.locator("label.choice", new Page.LocatorOptions().setHasText(here.name))
                    .click();
            page.click("main button[type=submit]");
            weigh(page);
        } finally {
            positions.keep(SOURCE, List.of());
        }
    }

    private void weigh(Page page) {
        List<String> rooms = page.locator("header.top a").all().stream()
                .map(link -> link.getAttribute("href"))
                .distinct()
                .toList();
        assertThat(rooms).hasSizeGreaterThan(1);

        Map<String, List<Request>> loaded = new TreeMap<>();
        List<Page> open = rooms.stream()
                .map(room -> open(page, room, loaded.computeIfAbsent(room, name -> new ArrayList<>())))
                .toList();
        // One after the other each has come to rest, for a while already.
        open.forEach(room -> room.waitForLoadState(LoadState.NETWORKIDLE));

        Map<String, Long> heavy = new TreeMap<>();
        loaded.forEach((room, requests) -> {
            assertThat(requests).as("%s, its style and its scripts", room).hasSizeGreaterThan(3);
            long bytes = requests.stream()
                    .map(Request::sizes)
                    .mapToLong(PageWeightIT::bytes)
                    .sum();
            if (bytes > HEAVIEST_BYTES) {
                heavy.put(room, bytes);
            }
        });
        assertThat(heavy).isEmpty();
        page.context().close();
    }

    /** In a window of its own, that has nothing of what others loaded; what it loads is added to the list. */
    private Page open(Page signedIn, String room, List<Request> loaded) {
        Page page = signedIn.context().newPage();
        JsonObject disabled = new JsonObject();
        disabled.addProperty("cacheDisabled", true);
        var protocol = page.context().newCDPSession(page);
        protocol.send("Network.enable");
        protocol.send("Network.setCacheDisabled", disabled);
        page.onRequestFinished(loaded::add);
        page.navigate(address(room));
        return page;
    }

    /** With the headers of the answers. */
    private static long bytes(Sizes sizes) {
        return (long) sizes.responseHeadersSize + sizes.responseBodySize;
    }
}
