package nl.wally.worklist.onward;

import static nl.wally.Answers.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Set;
import nl.wally.Browser.Screen;
import nl.wally.ReferralLife;
import nl.wally.ScreenIT;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;

/** Sanne chooses where Thea goes, and goes along (W-5): the same Task update as by the API. */
class OnwardScreenIT extends ScreenIT {
    private static final String SANNE = "wally-demo-1";

    @Test
    void sanneChoosesOffersAndNotesTheWarmHandOver() {
        ReferralLife thea = ReferralLife.begin(server, 1);
        ok(thea.step(SANNE, TaskStatus.ACCEPTED, Set.of()));
        ok(thea.step(SANNE, TaskStatus.INPROGRESS, Set.of()));
        String path = "/work/" + thea.task().getIdElement().getIdPart() + "/onward";

        Page page = signedIn("sanne", Screen.PHONE);
        page.navigate(address(path.replace("/onward", "")));
        page.click("a[href$='/onward']");
        // Offers that help with what the referral is about come first.
        assertThat(text(page))
                .contains("Financieel spreekuur", "Wachttijd: 2 weken")
                .doesNotContain("Wandelgroep met");
        fine(page, "worklist/onward");

        page.check("input[value='HealthcareService/debt-desk']");
        page.fill("#text", "wandelgroep met coach");
        page.selectOption("#area", "");
        page.click("text=Zoeken");
        assertThat(page.url()).as("says nothing of what was looked for").endsWith(path);
        assertThat(page.isChecked("input[value='HealthcareService/debt-desk']")).isTrue();
        page.fill("#on", "2020-01-01");
        page.click("text=Vastleggen");
        assertThat(text(page)).contains("Deze dag is meer dan een jaar hiervandaan.", "Kies hoe de inwoner");
        assertThat(browser.complaints()).allMatch(complaint -> complaint.contains("422"));
        browser.complaints().clear();
        fine(page, "worklist/onward-wrong");

        // The loser of a race loses nothing.
        ok(thea.change(SANNE, task -> task.addNote().setText("Intussen gebeld.")));
        page.fill(
                "#on",
                java.time.LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC)
                        .toString());
        page.check("input[value=along]");
        page.fill("#with", "Karin");
        page.check("input[value='HealthcareService/walking-group']");
        page.click("text=Vastleggen");
        assertThat(text(page)).contains("Iemand heeft deze verwijzing intussen gewijzigd", "Intussen gebeld.");
        assertThat(page.inputValue("#with")).isEqualTo("Karin");
        browser.complaints().clear();
        page.click("text=Vastleggen");
        assertThat(text(page)).contains("Het is vastgelegd", "Tot nu toe gebracht naar", "Wandelgroep met coach");
        assertThat(page.isVisible("#restored")).isFalse();
        fine(page, "worklist/onward-done");

        isOnRecord(thea.task());
    }

    private static void isOnRecord(Task task) {
        assertThat(task.getBusinessStatus().getCodingFirstRep().getCode()).isEqualTo("referred-onward");
        assertThat(task.getOutput())
                .extracting(output -> ((Reference) output.getValue()).getReference())
                .contains("HealthcareService/debt-desk", "HealthcareService/walking-group");
        assertThat(task.getNote())
                .anyMatch(note ->
                        note.getText().contains("meegegaan") && note.getText().contains("afgesproken met Karin"));
    }

    @Test
    void anotherReferralIsNotThere() {
        ReferralLife other = ReferralLife.begin(server, 1);
        Page page = signedIn("mila", Screen.DESKTOP);
        for (String below : new String[] {"/onward", "/case"}) {
            assertThat(page.navigate(address(
                                    "/work/" + other.task().getIdElement().getIdPart() + below))
                            .status())
                    .isEqualTo(404);
        }
    }
}
