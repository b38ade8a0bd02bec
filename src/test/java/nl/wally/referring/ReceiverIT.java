package nl.wally.referring;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.LocatorOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import nl.wally.Answers;
import nl.wally.Browser.Screen;
import nl.wally.Neighbourhood;
import nl.wally.access.ClientRegistry;
import nl.wally.people.Accounts;
import nl.wally.people.Identity;
import nl.wally.people.Position;
import nl.wally.people.Positions;
import nl.wally.shared.Caller.Capacity;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Els, who is at a practice today, sees who would call the patient, by when, and what happens when nobody is there. */
class ReceiverIT extends FormIT {
    private static final String SOURCE = "referring-test";
    private static final String PIXEL =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    @Autowired
    private ClientRegistry clients;

    @Autowired
    private Positions positions;

    private Neighbourhood here;

    @BeforeEach
    void elsWorksThere() {
        here = new Neighbourhood(server, clients);
        positions.keep(
                SOURCE,
                List.of(new Position(
                        new Identity(Accounts.ISSUER, "els"), Capacity.PRACTICE, here.practice(), here.gp())));
    }

    @AfterEach
    void elsIsGone() {
        positions.keep(SOURCE, List.of());
    }

    @Test
    void showsTheSubstituteAndUntilWhenAndInTheEndThatNobodyIsThere() {
        Instant now = Instant.now();
        photograph();
        Page page = els();
        assertThat(page.locator(".who").innerText()).contains("Uw Wally: ");
        assertThat((int) page.evaluate("document.querySelector('.who img').naturalWidth"))
                .isEqualTo(1);
        fine(page, "");

        here.away(here.sanne, now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(20)), false);
        page.reload();
        assertThat(page.locator(".who").innerText()).contains("valt in", "is er weer op");
        fine(page, "referring/substitute");

        here.away(here.joris, now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(20)), false);
        page.reload();
        assertThat(page.locator(".who").innerText())
                .contains("Er is nu niemand", "de coördinator krijgt meteen bericht");
        fill(page);
        page.click(SEND);
        assertThat(text(page)).containsPattern("WAW-\\d{10}").contains("De coördinator heeft bericht gekregen");
    }

    private Page els() {
        String name = server.read(Neighbourhood.COORDINATOR, here.practice(), Organization.class)
                .getName();
        Page page = signedIn("els", Screen.PHONE);
        page.locator("label.choice", new LocatorOptions().setHasText(name)).click();
        page.click("main button[type=submit]");
        page.navigate(address("/refer"));
        return page;
    }

    private void photograph() {
        PractitionerRole role = server.read(Neighbourhood.COORDINATOR, here.sanne.role(), PractitionerRole.class);
        Practitioner sanne =
                server.read(Neighbourhood.COORDINATOR, role.getPractitioner().getReference(), Practitioner.class);
        sanne.addPhoto(new Attachment()
                .setContentType("image/png")
                .setData(Base64.getDecoder().decode(PIXEL)));
        Answers.ok(server.put(Neighbourhood.COORDINATOR, sanne));
    }
}
