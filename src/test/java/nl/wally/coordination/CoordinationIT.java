package nl.wally.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import nl.wally.Browser.Screen;
import nl.wally.ScreenIT;
import nl.wally.access.ClientRegistry;
import nl.wally.people.Accounts;
import nl.wally.people.Identity;
import nl.wally.people.Position;
import nl.wally.people.Positions;
import nl.wally.shared.Caller.Capacity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A coordinator at work on the pages: Els, who coordinates a district of the test's own. */
abstract class CoordinationIT extends ScreenIT {
    private static final String SOURCE = "coordination-test";

    @Autowired
    protected ClientRegistry clients;

    @Autowired
    private Positions positions;

    protected District here;

    @BeforeEach
    void elsCoordinates() {
        here = new District(server, clients);
        positions.keep(
                SOURCE,
                List.of(new Position(
                        new Identity(Accounts.ISSUER, "els"), Capacity.COORDINATOR, here.organization, null)));
    }

    @AfterEach
    void elsCoordinatesNoMore() {
        positions.keep(SOURCE, List.of());
    }

    protected LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Amsterdam"));
    }

    /** Els, who has chosen to work for the district, and came in where its coordinator does. */
    protected Page els(Screen screen) {
        Page page = signedIn("els", screen);
        chooseDistrict(page);
        assertThat(page.locator("h1").textContent()).isEqualTo("Overzicht");
        return page;
    }

    /** Chooses the role that is asked for after signing in. */
    protected void chooseDistrict(Page page) {
        page.locator("label.choice", new Page.LocatorOptions().setHasText(here.name))
                .click();
        page.click("main button[type=submit]");
    }
}
