package nl.wally.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.Set;
import nl.wally.Answers;
import nl.wally.Browser.Screen;
import nl.wally.Neighbourhood;
import nl.wally.ReferralLife;
import nl.wally.conformance.Canonicals;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;

/** What needs a coordinator first, who has a referral, and that nobody else's coordinator sees any of it. */
class OverviewIT extends CoordinationIT {
    @Test
    void tellsWhatWaitsAndLetsItBeGivenToSomebodyElse() {
        ReferralLife running = here.refer();
        String noor = here.client(here.noor);
        Answers.ok(running.step(noor, TaskStatus.ACCEPTED, Set.of()));
        var now = clock.instant();
        for (String one : new String[] {here.noor, here.bram}) {
            here.role(one, role -> Neighbourhood.absent(role, now.minusSeconds(60), now.plus(Duration.ofDays(9))));
        }
        ReferralLife waiting = here.refer();
        String number = waiting.task().getIdentifier().stream()
                .filter(identifier -> Canonicals.REFERRAL_NUMBER.equals(identifier.getSystem()))
                .findFirst()
                .orElseThrow()
                .getValue();

        Page page = els(Screen.DESKTOP);
        assertThat(text(page)).contains("Er is niemand voor", number, "Iedereen tegelijk weg", here.practiceName);
        assertThat(page.locator("tr:has-text('Noor Jansen')").innerText().split("\\s+"))
                .containsSequence("2", "1", "1", "0", "0");
        fine(page, "coordination/overview");
        for (Locator link : page.locator("main a").all()) {
            assertThat(page.request().get(address(link.getAttribute("href"))).status())
                    .as(link.getAttribute("href"))
                    .isEqualTo(200);
        }

        // The way to who has it, and one tap to somebody else
        here.role(here.bram, role -> role.getNotAvailable().clear());
        page.click("text=" + number);
        assertThat(text(page))
                .contains("Noor Jansen", "Bram Smit", here.practiceName)
                .doesNotContain("Thea", "slaap");
        page.selectOption("#person-hand-over", here.bram);
        fine(page, "coordination/referral");
        page.click("section[aria-labelledby=deed-hand-over] button");
        assertThat(text(page)).contains("Gelukt");
        assertThat(waiting.task().getOwner().getReference()).isEqualTo(here.bram);
        page.navigate(address("/coordination"));
        assertThat(text(page)).doesNotContain("Er is niemand voor");
    }

    @Test
    void endsAReferralForAReasonAndTellsWhatIsMissing() {
        ReferralLife thea = here.refer();
        Page page = els(Screen.PHONE);
        page.navigate(address("/waiting/" + thea.reference(Task.class)));
        assertThat(page.url()).contains("/coordination/referrals/");
        String section = "section[aria-labelledby=deed-T24] ";
        page.click(section + "summary");
        page.check(section + "input[value=other]");
        page.click(section + "button");
        assertThat(page.locator("[role=alert]").first().innerText()).contains("Er ontbreekt iets");
        assertThat(page.isChecked(section + "input[value=other]")).isTrue();
        browser.complaints().clear();
        fine(page, "coordination/referral-wrong");
        page.fill(section + "textarea", "De praktijk sluit.");
        page.click(section + "button");
        assertThat(text(page)).contains("Gelukt", "Ingetrokken");
        assertThat(thea.task().getStatus()).isEqualTo(TaskStatus.CANCELLED);
        fine(page, "");
    }

    @Test
    void aLetterAboutATeamLeadsToAPageThatIsThere() {
        Page page = els(Screen.DESKTOP);
        assertThat(page.navigate(address("/waiting/" + here.team)).status()).isEqualTo(200);
        assertThat(text(page)).contains(here.practiceName);
    }

    @Test
    void showsNothingToTheCoordinatorOfSomebodyElse() {
        ReferralLife thea = here.refer();
        Page page = signedIn("coordinator", Screen.DESKTOP);
        String referral =
                "/coordination/referrals/" + thea.reference(Task.class).substring("Task/".length());
        assertThat(page.navigate(address(referral)).status()).isEqualTo(404);
        page.navigate(address("/coordination"));
        assertThat(text(page)).doesNotContain(here.practiceName, "Noor Jansen");
        Page wally = signedIn("sanne", Screen.DESKTOP);
        assertThat(wally.navigate(address("/coordination")).status()).isEqualTo(403);
    }
}
