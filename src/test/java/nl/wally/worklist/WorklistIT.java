package nl.wally.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import nl.wally.Answers;
import nl.wally.Browser.Screen;
import nl.wally.ReferralLife;
import nl.wally.conformance.Canonicals;
import nl.wally.workflow.Guard;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;

/** The work list: what is there, in which order, for whom, and that it stays as it is under somebody's hands. */
class WorklistIT extends WorkIT {
    @Test
    void saysKindlyThatThereIsNothingToDo() {
        Page page = sanne(Screen.PHONE);
        assertThat(page.locator("h1").textContent()).isEqualTo("Mijn werk");
        assertThat(text(page)).contains("Uw lijst is leeg");
        fine(page, "worklist/empty");
    }

    @Test
    void groupsWhatIsToBeDoneAndSaysWhatAndUntilWhen() {
        ReferralLife fresh = here.refer();
        ReferralLife accepted = here.refer();
        Answers.ok(accepted.step(here.sanne.client(), TaskStatus.ACCEPTED, Set.of()));
        ReferralLife held = here.refer();
        Answers.ok(held.step(here.sanne.client(), TaskStatus.ACCEPTED, Set.of()));
        Answers.ok(held.step(here.sanne.client(), TaskStatus.ONHOLD, Set.of(Guard.G_REASON, Guard.G_RESUME)));
        ReferralLife running = here.refer();
        Answers.ok(running.step(here.sanne.client(), TaskStatus.ACCEPTED, Set.of()));
        Answers.ok(running.step(here.sanne.client(), TaskStatus.INPROGRESS, Set.of()));
        Page page = sanne(Screen.DESKTOP);
        List<String> groups = page.locator("main h2").allInnerTexts();
        assertThat(groups).containsExactly("Nieuw (1)", "Wacht op contact (1)", "Loopt (1)", "In de wacht (1)");
        assertThat(page.locator("section[aria-labelledby=FRESH] .card").innerText())
                .contains("Bel de inwoner voor het eerst", "Uiterlijk", "nog 5 werkdagen", number(fresh));
        assertThat(page.locator("section[aria-labelledby=HELD] .card").innerText())
                .contains("op pauze", "4 januari 2027");
        fine(page, "worklist/list");

        // The substitute has none of it on his list while she is there.
        assertThat(text(joris(Screen.PHONE))).contains("Uw lijst is leeg");
    }

    @Test
    void showsASubstituteWhatHeStandsInForAndSaysForWhom() {
        ReferralLife thea = here.refer();
        var now = clock.instant();
        here.away(here.sanne, now.minusSeconds(60), now.plus(Duration.ofDays(9)), false);
        Page page = joris(Screen.PHONE);
        assertThat(text(page)).contains("U vervangt Sanne", number(thea));
        fine(page, "worklist/standing-in");
        page.navigate(address("/work?after=0"));
        assertThat(text(page)).contains(number(thea), "Overleg met uw coördinator", "Terug naar de eerste");
        assertThat(page.getAttribute("#lines", "hx-get"))
                .as("it refreshes the page it is on")
                .endsWith("/work/live?after=0");
        tap(page, "main .card a");
        assertThat(text(page)).contains("U vervangt Sanne", "Zet u de volgende stap?");
        // To look is not to take over.
        assertThat(thea.task().getStatus()).isEqualTo(TaskStatus.REQUESTED);
        tap(page, "button[value=no-answer]");
        assertThat(thea.task().getOwner().getReference()).isEqualTo(here.joris.role());
    }

    @Test
    void findsAReferralByItsNumberHoweverItIsTyped() {
        ReferralLife thea = here.refer();
        String number = number(thea);
        Page page = sanne(Screen.PHONE);
        page.fill("#number", number.toLowerCase(java.util.Locale.ROOT).replace("-", " "));
        page.keyboard().press("Enter");
        page.waitForURL("**" + path(thea));

        page.navigate(address("/work"));
        page.fill("#number", "WAW-12");
        page.keyboard().press("Enter");
        page.waitForSelector("#number-error");
        assertThat(page.inputValue("#number")).isEqualTo("WAW-12");
        assertThat(page.getAttribute("#number", "aria-invalid")).isEqualTo("true");
        browser.complaints().clear();
        fine(page, "worklist/not-found");
    }

    @Test
    void refreshesItselfAndLeavesTheFocusAndWhatIsTypedAlone() {
        ReferralLife thea = here.refer();
        Page page = sanne(Screen.DESKTOP);
        page.fill("#number", "WAW-4821");
        page.focus("main .card a");
        here.refer();
        Response live = page.waitForResponse(
                response -> response.url().endsWith("/work/live"),
                () -> page.evaluate("htmx.ajax('GET', '/work/live', {target: '#lines', swap: 'outerHTML'})"));
        assertThat(live.status()).isEqualTo(200);
        page.waitForFunction("document.querySelectorAll('main .card').length === 2");
        assertThat(page.evaluate("document.activeElement.id"))
                .isEqualTo("line-" + path(thea).substring("/work/".length()));
        assertThat(page.inputValue("#number")).isEqualTo("WAW-4821");
        assertThat(page.getAttribute("#lines", "hx-trigger")).isEqualTo("every 30s");
    }

    @Test
    void keepsWhatHasEndedOnAPageOfItsOwn() {
        ReferralLife ended = here.refer();
        Answers.ok(ended.step(here.sanne.client(), TaskStatus.ACCEPTED, Set.of()));
        Answers.ok(ended.step(here.sanne.client(), TaskStatus.FAILED, Set.of(Guard.G_REASON, Guard.G_FEEDBACK)));
        Page page = sanne(Screen.PHONE);
        assertThat(text(page)).contains("Uw lijst is leeg");
        tap(page, "text=Wat is afgerond");
        assertThat(text(page)).contains(number(ended));
        fine(page, "worklist/ended");
        tap(page, "main .card a");
        assertThat(text(page))
                .contains("Dit is afgerond", "Aanvulling toevoegen")
                .doesNotContain("Geen gehoor");
        tap(page, "text=Vraagverheldering");
        assertThat(page.locator("h1").textContent()).isEqualTo("Vraagverheldering");
    }

    @Test
    void showsNothingOfWhoWithdrew() {
        ReferralLife thea = here.refer();
        Answers.ok(server.put(here.his(), thea.consent().setStatus(ConsentState.INACTIVE)));
        Page page = sanne(Screen.PHONE);
        assertThat(text(page)).contains("Uw lijst is leeg");
        assertThat(page.navigate(address(path(thea))).status()).isEqualTo(404);
    }

    private static String number(ReferralLife life) {
        return life.task().getIdentifier().stream()
                .filter(number -> Canonicals.REFERRAL_NUMBER.equals(number.getSystem()))
                .map(Identifier::getValue)
                .findFirst()
                .orElseThrow();
    }
}
