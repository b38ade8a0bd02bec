package nl.wally.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import nl.wally.Browser.Screen;
import nl.wally.ReferralLife;
import nl.wally.conformance.Canonicals;
import org.hl7.fhir.r4.model.Organization;
import org.junit.jupiter.api.Test;

/** Practices, their teams and people: who takes a place, who leaves, who is new, and to whom open referrals go. */
class PracticesIT extends CoordinationIT {
    @Test
    void somebodyElseBecomesTheWallyAndTakesTheReferrals() {
        ReferralLife thea = here.refer();
        String kim = here.hire("Kim Visser");
        Page page = els(Screen.DESKTOP);
        page.click("nav >> text=Praktijken");
        assertThat(text(page)).contains(here.practiceName, "Noor Jansen", "Bram Smit");
        fine(page, "coordination/practices");
        page.click("text=" + here.practiceName);
        assertThat(text(page)).contains("06-00000001", "Maandag", "Binnen 5 werkdagen", "crisisdienst");
        fine(page, "coordination/practice");

        page.click("main li a.button >> nth=0");
        page.selectOption("#person", District.id(here.bram));
        page.click("main form button");
        assertThat(page.locator("#person-error").innerText()).contains("andere plek");
        browser.complaints().clear();
        page.selectOption("#person", District.id(kim));
        page.click("main form button");
        assertThat(page.locator("[role=alert]").innerText()).contains("1 naar Kim Visser");
        assertThat(thea.task().getOwner().getReference()).isEqualTo(here.noor);
        fine(page, "coordination/place");
        page.click("main form button");
        assertThat(text(page)).contains("Opgeslagen", "Kim Visser");
        assertThat(thea.task().getOwner().getReference()).isEqualTo(kim);

        // Two at once: the second sees that, and keeps the text
        page.click("text=Afspraken wijzigen");
        page.fill("#feedback", "Elke maand, in het HIS.");
        here.team(team -> team.setName("Team Zuid"));
        page.click("main form button");
        assertThat(page.locator("[role=alert]").innerText()).contains("intussen gewijzigd");
        assertThat(page.inputValue("#feedback")).isEqualTo("Elke maand, in het HIS.");
        browser.complaints().clear();
        page.click("main form button");
        assertThat(text(page)).contains("Elke maand, in het HIS.");
        assertThat(here.team().getName()).isEqualTo("Team Zuid");
    }

    @Test
    void whoLeavesIsFollowedBySomebodyAndWhoIsNewCanBeChosen() {
        ReferralLife thea = here.refer();
        Page page = els(Screen.PHONE);
        page.navigate(address("/coordination/people/" + District.id(here.noor)));
        assertThat(text(page)).contains(here.practiceName, "Vaste Wally");
        page.fill("#last", today().plusDays(7).toString());
        page.click("section[aria-labelledby=leave] button");
        assertThat(page.locator("[role=alert]").innerText()).contains("1 naar Bram Smit", "komen open");
        fine(page, "coordination/leaving");
        page.click("section[aria-labelledby=leave] button");
        assertThat(text(page)).contains("Opgeslagen");
        assertThat(here.role(here.noor).getPeriod().getEndElement().getValueAsString())
                .isEqualTo(today().plusDays(7).toString());
        assertThat(thea.task().getOwner().getReference()).isEqualTo(here.noor);

        page.click("text=Iemand toevoegen");
        page.fill("#given", "Fatma");
        page.fill("#family", "Kaya");
        page.check("input[value=wally]");
        page.click("main form button");
        assertThat(page.locator("#phone-error").innerText()).contains("Vul dit in");
        browser.complaints().clear();
        fine(page, "coordination/person-new");
        page.fill("#phone", "06-00000042");
        page.uncheck("input[name=works-FRIDAY]");
        page.click("main form button");
        assertThat(text(page)).contains("Opgeslagen", "Fatma Kaya");
        page.click("text=Fatma Kaya");
        assertThat(page.isChecked("input[name=works-FRIDAY]")).isFalse();
        assertThat(page.isChecked("input[name=works-MONDAY]")).isTrue();
    }

    @Test
    void aNewPracticeBeginsWithATeamThatLacksPeople() {
        Page page = els(Screen.DESKTOP);
        page.navigate(address("/coordination/practices/new"));
        page.fill("#name", "Praktijk De Nieuwe");
        page.fill("#phone", "0570-000999");
        page.click("main form button");
        assertThat(text(page)).contains("Praktijk De Nieuwe", "niet compleet", "Niemand");
        String id = page.url().replaceAll(".*/practices/([^?]*).*", "$1");
        Organization stored = server.read(here.coordinator, "Organization/" + id, Organization.class);
        assertThat(stored.getTypeFirstRep().getCodingFirstRep().getSystem())
                .isEqualTo(Canonicals.SYSTEM_ORGANIZATION_TYPE);

        // The coordinator of another organisation finds neither the practice nor its people
        Page other = signedIn("coordinator", Screen.DESKTOP);
        for (String path : new String[] {
            "/coordination/practices/" + id,
            "/coordination/practices/" + id + "/agreements",
            "/coordination/practices/" + id + "/places/contact",
            "/coordination/people/" + District.id(here.noor)
        }) {
            assertThat(other.navigate(address(path)).status()).as(path).isEqualTo(404);
        }
        browser.complaints().clear();
    }
}
