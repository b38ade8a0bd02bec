package nl.wally.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Set;
import nl.wally.Answers;
import nl.wally.Browser.Screen;
import nl.wally.ReferralLife;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Two people at once, two clicks at once, the way back, and no mouse: nothing happens twice and no text is lost. */
class WorkRaceIT extends WorkIT {
    private static final String TYPED = "Zij belt zelf terug, na vier uur.";

    @Autowired
    private JdbcTemplate jdbc;

    private ReferralLife thea;

    @BeforeEach
    void theaIsReferred() {
        thea = here.refer();
    }

    @Test
    void theLoserOfARaceSeesWhatHappenedAndLosesNoText() {
        Page page = sanne(Screen.DESKTOP);
        page.navigate(address(path(thea)));
        tap(page, "summary:has-text('Opmerking toevoegen')");
        page.fill("#text-note", TYPED);
        Page other = sanne(Screen.PHONE);
        other.navigate(address(path(thea)));
        tap(other, "button[value=voicemail]");
        assertThat(text(other)).contains("Gelukt");

        tap(page, "button[value=note]");
        assertThat(page.locator("[role=alert]").innerText())
                .contains("Iemand anders heeft dit intussen", "Dit is intussen gebeurd", "voicemail");
        assertThat(page.inputValue("#text-note")).isEqualTo(TYPED);
        assertThat(page.locator("#text-note").isVisible()).isTrue();
        assertThat(thea.task().getNote()).isEmpty();
        browser.complaints().clear();
        fine(page, "worklist/referral-overtaken");

        tap(page, "button[value=note]");
        assertThat(text(page)).contains("Gelukt");
        assertThat(thea.task().getNote().get(0).getText()).isEqualTo(TYPED);
        page.navigate(address(path(thea)));
        assertThat(page.inputValue("#text-note")).isEmpty();
    }

    @Test
    void aTapOnAnOlderPageRecordsNothing() {
        Page page = sanne(Screen.PHONE);
        page.navigate(address(path(thea)));
        Answers.ok(thea.change(here.sanne.client(), task -> task.setStatus(TaskStatus.ACCEPTED)));
        tap(page, "button[value=no-answer]");
        assertThat(page.locator("[role=alert]").innerText()).contains("heeft de verwijzing aangenomen");
        assertThat(attempts(thea)).isEmpty();
    }

    @Test
    void aDoubleClickRecordsOneAttempt() {
        Answers.ok(thea.step(here.sanne.client(), TaskStatus.ACCEPTED, Set.of()));
        Answers.ok(thea.step(here.sanne.client(), TaskStatus.INPROGRESS, Set.of()));
        Page page = sanne(Screen.DESKTOP);
        page.navigate(address(path(thea)));
        page.dblclick("button[value=no-answer]");
        page.waitForURL("**?done=no-answer");
        assertThat(attempts(thea)).hasSize(1);
    }

    @Test
    void neitherTheWayBackNorReloadingSendsAnythingAgain() {
        Page page = sanne(Screen.PHONE);
        tap(page, "main .card a");
        tap(page, "button[value=no-answer]");
        page.waitForURL("**?done=no-answer");
        page.reload();
        page.goBack();
        // It is the page as it is now, not as it was.
        assertThat(text(page)).contains("Tot nu toe 1 poging");
        assertThat(attempts(thea)).hasSize(1);
    }

    @Test
    void everythingCanBeDoneByKeyboardAlone() {
        Page page = sanne(Screen.DESKTOP);
        tabTo(page, "document.activeElement.matches('main .card a')");
        page.keyboard().press("Enter");
        page.waitForURL("**" + path(thea));
        tabTo(page, "document.activeElement.value === 'reached'");
        page.keyboard().press("Enter");
        page.waitForURL("**?done=reached");
        assertThat(attempts(thea)).hasSize(1);

        tabTo(
                page,
                "document.activeElement.matches('summary') && document.activeElement.textContent.includes('Opmerking')");
        page.keyboard().press("Enter");
        tabTo(page, "document.activeElement.id === 'text-note'");
        page.keyboard().type(TYPED);
        tabTo(page, "document.activeElement.value === 'note'");
        page.keyboard().press("Enter");
        page.waitForURL("**?done=note");
        assertThat(thea.task().getNote().get(0).getText()).isEqualTo(TYPED);
    }

    @Test
    void aTextOutlivesTheSession() {
        Page page = sanne(Screen.PHONE);
        page.navigate(address(path(thea)));
        tap(page, "summary:has-text('Vraag stellen')");
        page.fill("#text-I01", TYPED);
        jdbc.update("delete from web_session where subject = 'mila'");
        tap(page, "button[value=I01]");
        again(page);
        assertThat(page.url()).endsWith(path(thea));
        assertThat(page.inputValue("#text-I01")).isEqualTo(TYPED);
        tap(page, "button[value=I01]");
        assertThat(text(page)).contains("Gelukt", TYPED);
        assertThat(server.get(here.his(), "/Task?part-of=" + thea.reference(Task.class))
                        .all(Task.class))
                .hasSize(1);
    }

    /** Presses Tab until this holds, as somebody without a mouse does. */
    private static void tabTo(Page page, String reached) {
        for (int presses = 0; presses < 80; presses++) {
            page.keyboard().press("Tab");
            if ((boolean) page.evaluate(reached)) {
                return;
            }
        }
        throw new AssertionError("not reached by Tab: " + reached);
    }
}
