package nl.wally.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.UUID;
import nl.wally.Browser.Screen;
import nl.wally.ScreenIT;
import nl.wally.conformance.Canonicals;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;

/**
 * The story of Thea as its people see it, on their pages alone: her GP sends, Sanne calls, Joris takes over and asks, the
 * coordinator gives it back, Sanne clarifies and reports, and the GP confirms to have read that.
 */
class StoryOnScreensIT extends ScreenIT {
    private static final String GP = "his-demo-1";
    private static final String LETTER = "Beste dokter,\n\nThea en ik gaan samen naar de schuldhulp.\n\nSanne";

    /** The id of the Task, as it stands in the addresses of the pages. */
    private String id = "";

    @Test
    void goesFromTheGpToTheWallyAndBack() {
        Page gp = signedIn("vandijk", Screen.DESKTOP);
        refer(gp);
        assertThat(text(gp)).contains("De verwijzing ligt bij Sanne Bakker");

        Page sanne = signedIn("sanne", Screen.PHONE);
        callTwice(sanne);
        handOver(sanne);
        Page joris = signedIn("joris", Screen.PHONE);
        takeOverAndAsk(joris);

        gp.navigate(address("/sent"));
        assertThat(gp.locator("section[aria-labelledby=asking] " + card("/sent"))
                        .innerText())
                .contains("Vraag aan u");
        answer(gp);
        joris.reload();
        assertThat(text(joris)).contains("Na vijf uur 's middags.");

        giveBack(signedIn("coordinator", Screen.DESKTOP));
        clarify(sanne);
        report(sanne);

        gp.navigate(address("/sent"));
        assertThat(gp.locator("section[aria-labelledby=asking] " + card("/sent"))
                        .innerText())
                .contains("Terugkoppeling te lezen", "Uitkomst: Geholpen");
        read(gp);
        gp.navigate(address("/sent"));
        assertThat(gp.locator("section[aria-labelledby=ended] " + card("/sent")).innerText())
                .doesNotContain("te lezen");
        assertThat(task().getStatus()).isEqualTo(TaskStatus.COMPLETED);
        assertThat(browser.complaints()).isEmpty();
    }

    private void refer(Page gp) {
        gp.click("nav a[href$='/refer']");
        gp.getByLabel("Voornaam").fill("Thea");
        gp.getByLabel("Achternaam").fill("de Vries");
        gp.getByLabel("Geboortedatum").fill("1971-05-14");
        gp.getByLabel("Nummer in uw praktijk")
                .fill("P" + UUID.randomUUID().toString().substring(0, 8));
        gp.getByLabel("Telefoon").fill("06-00000099");
        gp.getByLabel("Financiën").check();
        gp.getByLabel("De vraag, in de woorden").fill("Ik slaap slecht, en er blijven rekeningen liggen.");
        gp.locator("input[value=all]").check();
        gp.click("form[action$='/refer'] button");
        String said = text(gp);
        assertThat(said).contains("De verwijzing is verstuurd");
        String number = said.replaceAll("(?s).*(WAW-\\d{10}).*", "$1");

        gp.navigate(address("/sent"));
        gp.fill("#number", number);
        gp.click("main form[role=search] button");
        assertThat(text(gp)).contains(number, "Thea de Vries");
        id = gp.url().replaceAll(".*/sent/", "");
    }

    private void callTwice(Page sanne) {
        openFromTheList(sanne);
        assertThat(text(sanne)).contains("Ik slaap slecht");
        sanne.click("button[value=no-answer]");
        sanne.click("button[value=reached]");
        assertThat(text(sanne)).contains("Tot nu toe 2 pogingen");
    }

    /** Other tests refer to the same people, so that the newest referral need not stand on the first page of the list. */
    private void openFromTheList(Page page) {
        page.navigate(address("/work"));
        Locator mine = page.locator("main a[href$='/work/" + id + "']");
        Locator next = page.locator("main a[rel=next]");
        while (mine.count() == 0 && next.count() > 0) {
            page.navigate(address(next.getAttribute("href")));
        }
        mine.click();
    }

    private void handOver(Page sanne) {
        sanne.click("summary:has-text('Overdragen')");
        sanne.check("input[value='PractitionerRole/wally-2']");
        sanne.fill("#text-hand-over", "Ik ga met vakantie. Thea weet dat u belt.");
        sanne.click("button[value=hand-over]");
        assertThat(text(sanne)).contains("Gelukt");
    }

    private void takeOverAndAsk(Page joris) {
        openFromTheList(joris);
        assertThat(text(joris)).contains("Thea weet dat u belt.");
        joris.click("button[value=T10]");
        joris.click("summary:has-text('Vraag stellen')");
        joris.fill("#text-I01", "Wanneer is Thea thuis?");
        joris.click("button[value=I01]");
        assertThat(text(joris)).contains("Er is nog geen antwoord");
    }

    private void answer(Page gp) {
        gp.click(card("/sent") + " a");
        gp.fill("form[data-keep^=answer] textarea", "Na vijf uur 's middags.");
        gp.click("text=Antwoord versturen");
        assertThat(text(gp)).contains("Uw antwoord is verstuurd.");
    }

    private void giveBack(Page coordinator) {
        coordinator.navigate(address("/coordination/referrals/" + id));
        assertThat(text(coordinator)).contains("Joris").doesNotContain("Thea", "slaap");
        coordinator.selectOption("#person-hand-over", "PractitionerRole/wally-1");
        coordinator.click("section[aria-labelledby=deed-hand-over] button");
        assertThat(text(coordinator)).contains("Gelukt", "Sanne Bakker");
    }

    private void clarify(Page sanne) {
        sanne.navigate(address("/work/" + id + "/clarification"));
        sanne.fill("[id='questions.going-on']", "De brieven van de bank liggen ongeopend op de kast.");
        sanne.click("text=Deze vraagverheldering is klaar");
        sanne.waitForSelector("text=Nieuwe vraagverheldering beginnen");
    }

    private void report(Page sanne) {
        sanne.navigate(address("/work/" + id + "/feedback"));
        sanne.fill("#text", LETTER);
        sanne.click("button[value='completed:helped']");
        sanne.waitForSelector("[data-done]");
    }

    private void read(Page gp) {
        gp.click(card("/sent") + " a");
        assertThat(text(gp))
                .contains("Thea en ik gaan samen naar de schuldhulp.")
                .as("what was clarified stays with the Wally")
                .doesNotContain("op de kast");
        gp.click("text=Ik heb dit gelezen");
        assertThat(text(gp)).contains("u hebt dit gelezen");
        List<Communication> feedback = server.get(GP, "/Communication?category=final-feedback&part-of=Task/" + id)
                .all(Communication.class);
        assertThat(feedback).hasSize(1);
        assertThat(feedback.get(0).hasExtension(Canonicals.EXTENSION_READ)).isTrue();
    }

    private String card(String room) {
        return ".card:has(a[href$='" + room + "/" + id + "'])";
    }

    private Task task() {
        return server.read(GP, "Task/" + id, Task.class);
    }
}
