package nl.wally.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.List;
import nl.wally.Browser.Screen;
import nl.wally.team.Absence;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Absences are entered by the coordinator or by whoever is away; nobody is surprised that all are away at once. */
class AbsencesIT extends CoordinationIT {
    @Test
    void warnsBeforeAllAreAwayAndSavesAllTheSame() {
        away(here.noor, today().plusDays(10), null);
        String kim = here.hire("Kim de Boer");
        Page page = els(Screen.DESKTOP);
        page.click("nav >> text=Afwezigheid");
        assertThat(text(page)).contains("Noor Jansen", "Nog niet bekend tot wanneer");
        assertThat(page.locator("nav [aria-current]").allInnerTexts()).containsExactly("Afwezigheid");
        page.click("main a.button");

        // Nothing filled in: told at the fields, and above
        page.click("main form button");
        assertThat(page.locator("[aria-invalid=true]").count()).isEqualTo(2);
        browser.complaints().clear();

        page.selectOption("#person", District.id(here.bram));
        page.fill("#from", today().plusDays(14).toString());
        page.fill("#until", today().plusDays(20).toString());
        page.click("main form button");
        assertThat(page.locator("[role=alert]").innerText()).contains("niemand van het team", here.practiceName);
        assertThat(page.inputValue("#until")).isEqualTo(today().plusDays(20).toString());
        assertThat(here.role(here.bram).hasNotAvailable()).isFalse();
        fine(page, "coordination/absence");

        page.click("main form button");
        assertThat(text(page)).contains("Opgeslagen", "Bram Smit", "De vaste vervanger neemt waar");
        fine(page, "coordination/absences");
        assertThat(here.role(here.bram).getNotAvailable()).hasSize(1);
        page.navigate(address("/coordination"));
        assertThat(text(page)).contains("Iedereen tegelijk weg");

        // Somebody who has no place in a team cannot stand in: the reason of the rule, and nothing is lost
        page.navigate(address("/coordination/absences/" + District.id(here.bram) + "/0"));
        page.selectOption("#substitute", District.id(kim));
        page.click("main form button");
        assertThat(page.locator("[role=alert]").first().innerText()).contains("vervanger");
        assertThat(page.inputValue("#substitute")).isEqualTo(District.id(kim));
        browser.complaints().clear();
    }

    @Test
    void whoIsLateSeesWhatIsThereAndLosesNothing() {
        away(here.bram, today().plusDays(3), today().plusDays(5));
        Page page = els(Screen.PHONE);
        page.navigate(address("/coordination/absences/" + District.id(here.bram) + "/0"));
        page.fill("#until", today().plusDays(6).toString());
        // Meanwhile somebody else changes the same role
        here.role(here.bram, role -> role.getTelecom().get(0).setValue("06-11111111"));
        page.click("main form button >> nth=0");
        assertThat(page.locator("[role=alert]").innerText()).contains("intussen gewijzigd");
        assertThat(page.inputValue("#until")).isEqualTo(today().plusDays(6).toString());
        browser.complaints().clear();
        fine(page, "coordination/absence-late");
        page.click("main form button >> nth=0");
        assertThat(text(page)).contains("Opgeslagen");
        assertThat(Absence.of(here.role(here.bram))
                        .get(0)
                        .during()
                        .getEndElement()
                        .getValueAsString())
                .isEqualTo(today().plusDays(6).toString());
        assertThat(here.role(here.bram).getTelecom().get(0).getValue()).isEqualTo("06-11111111");

        // And it is taken away again
        page.navigate(address("/coordination/absences/" + District.id(here.bram) + "/0"));
        page.click("button.danger");
        assertThat(here.role(here.bram).hasNotAvailable()).isFalse();

        Page other = signedIn("coordinator", Screen.DESKTOP);
        String path = "/coordination/absences/" + District.id(here.bram) + "/0";
        assertThat(other.navigate(address(path)).status()).isEqualTo(404);
    }

    @Test
    void aWallyEntersAnAbsenceOfTheirOwn() {
        Page page = signedIn("joris", Screen.PHONE);
        page.navigate(address("/absences"));
        fine(page, "coordination/own-absences");
        page.click("main a.button");
        LocalDate day = today().plusDays(300);
        page.fill("#from", day.toString());
        page.fill("#until", day.toString());
        page.selectOption("#substitute", "wally-1");
        page.click("main form button");
        if (page.locator("input[name=known]").count() > 0) {
            page.click("main form button");
        }
        assertThat(text(page)).contains("Opgeslagen", "Sanne Bakker neemt waar");
        PractitionerRole joris = server.read("coordinator-demo", "PractitionerRole/wally-2", PractitionerRole.class);
        List<Absence> entered = Absence.of(joris);
        assertThat(entered.get(entered.size() - 1).during().getStartElement().getValueAsString())
                .isEqualTo(day.toString());
        page.click("main li a >> nth=" + (entered.size() - 1));
        page.click("button.danger");
        assertThat(text(page)).contains("Opgeslagen").doesNotContain("Sanne Bakker neemt waar");
    }

    private void away(String who, LocalDate from, @Nullable LocalDate until) {
        here.role(
                who,
                role -> role.addNotAvailable()
                        .setDescription("afwezig")
                        .getDuring()
                        .setStartElement(new DateTimeType(from.toString()))
                        .setEndElement(until == null ? null : new DateTimeType(until.toString())));
    }
}
