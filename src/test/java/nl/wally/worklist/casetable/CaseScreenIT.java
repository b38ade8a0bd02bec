package nl.wally.worklist.casetable;

import static nl.wally.Answers.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.Media;
import java.util.List;
import java.util.Set;
import nl.wally.Browser.Screen;
import nl.wally.ReferralLife;
import nl.wally.ScreenIT;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;

/** With the person's consent a Wally makes a paper for the case table that tells what is going on, and not with whom. */
class CaseScreenIT extends ScreenIT {
    private static final String SANNE = "wally-demo-1";
    private static final List<String> TELLING =
            List.of("Thea", "Sanne", "Deventer", "06-00001001", "WAW-", "De Rivier", "Dijk", "19");

    @Test
    void withConsentACaseTellsNotWhoItIs() {
        ReferralLife thea = ReferralLife.begin(server, 1);
        ok(thea.step(SANNE, TaskStatus.ACCEPTED, Set.of()));
        String path = "/work/" + thea.task().getIdElement().getIdPart() + "/case";
        Page page = signedIn("sanne", Screen.PHONE);

        page.navigate(address(path));
        assertThat(page.locator("#story").count()).as("nothing without consent").isZero();
        fine(page, "worklist/case-consent");
        page.check("input[name=agreed]");
        page.click("main button[type=submit]");
        assertThat(thea.task().getNote())
                .anyMatch(note -> note.getText().startsWith("Akkoord met anonieme bespreking"));

        assertThat(page.inputValue("#story")).contains("Ik slaap slecht");
        page.fill(
                "#story",
                "Thea's zus belde Sanne. Mevrouw Jansen uit Deventer, 06-00001001, 7411 KT. <b>Ze slaapt slecht.</b>");
        page.click("text=Laat de casus zien");
        assertThat(page.locator(".person-words").innerText())
                .contains("zus belde", "<b>Ze slaapt slecht.</b>", "[weggelaten]")
                .doesNotContain(TELLING);
        assertThat(page.inputValue("#story")).as("what was struck stays so").doesNotContain(TELLING);
        fine(page, "worklist/case");

        // On paper is the case and nothing else.
        page.emulateMedia(new EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator("body").innerText())
                .contains("Week 1".toLowerCase(), "Financiën")
                .doesNotContain(TELLING)
                .doesNotContain("Vertel wat er speelt", "gaf toestemming");
        page.emulateMedia(new EmulateMediaOptions().setMedia(Media.SCREEN));

        page.click("text=De inwoner wil dit niet meer");
        assertThat(page.locator("#story").count()).isZero();
        page.navigate(address(path));
        assertThat(page.locator("input[name=agreed]").count()).isEqualTo(1);
    }
}
