package nl.wally.worklist.clarification;

import static nl.wally.Answers.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import nl.wally.Browser.Screen;
import nl.wally.Messages;
import nl.wally.ReferralLife;
import nl.wally.ScreenIT;
import nl.wally.workflow.Guard;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Sanne clarifies with Thea (W-4) in a browser: by mouse, by keyboard, without a connection, signed out, in two windows. */
class ClarificationScreenIT extends ScreenIT {
    private static final String SANNE = "wally-demo-1";
    private static final String GOING_ON = "[id='questions.going-on']";
    private static final String LATE = "Getypt tijdens het opslaan, net voor de sessie voorbij was.";
    private static final String TRIED = "[id='questions.tried']";

    @Autowired
    private JdbcTemplate jdbc;

    private ReferralLife thea;

    @BeforeEach
    void sanneHasAcceptedTheReferral() {
        thea = ReferralLife.begin(server, 1);
        assertThat(thea.step(SANNE, TaskStatus.ACCEPTED, Set.of()).status()).isEqualTo(200);
    }

    @Test
    void isSavedWhileTypingAndNothingOfItGoesToTheGp() {
        String before = thea.task().getMeta().getVersionId();
        QuestionnaireResponse earlier = Messages.clarification(thea.task());
        assertThat(server.post(SANNE, "/QuestionnaireResponse", earlier).status())
                .isEqualTo(201);
        Page page = open("sanne", Screen.DESKTOP);
        assertThat(text(page)).contains("Ik lig wakker van de rekeningen.", "Drie maanden huurachterstand.");
        fine(page, "worklist/clarification-read");

        page.click("a[href$='/new']");
        page.fill(GOING_ON, "De brieven liggen op volgorde.");
        page.click("summary:has-text('Financiën')");
        page.click("label[for='areas.finances.state.concern']");
        // In the web, and by keyboard.
        page.click(".point.axis-0.mark-7");
        page.focus("[id='health.mind.none']");
        page.keyboard().press("ArrowLeft");
        page.keyboard().press("ArrowLeft");
        page.keyboard().press("ArrowLeft");
        saved(page);
        assertThat(page.locator("#now circle").count()).isEqualTo(2);
        fine(page, "worklist/clarification");

        Answers stored = Answers.of(inProgress());
        assertThat(stored.to("questions.going-on")).isEqualTo("De brieven liggen op volgorde.");
        assertThat(stored.to("areas.finances.state")).isEqualTo("concern");
        assertThat(stored.mark("health.body")).contains(7);
        assertThat(stored.mark("health.mind")).contains(8);

        page.click("text=Deze vraagverheldering is klaar");
        PlaywrightAssertions.assertThat(page.locator("main")).containsText("De cijfers door de tijd");
        assertThat(text(page)).contains("De brieven liggen op volgorde.");
        fine(page, "");
        assertThat(all())
                .extracting(QuestionnaireResponse::getStatus)
                .containsOnly(QuestionnaireResponseStatus.COMPLETED);
        gpHasNothing(before);
    }

    @Test
    void aLostConnectionAndAnEndedSessionTakeNothingAway() {
        Page page = open("sanne", Screen.PHONE);
        type(page, GOING_ON, "Eerst opgeslagen.");
        saved(page);

        page.context().setOffline(true);
        type(page, TRIED, "Getypt zonder verbinding.");
        page.click("button[value=back]");
        PlaywrightAssertions.assertThat(page.locator("#offline")).isInViewport();
        assertThat(page.inputValue(TRIED)).isEqualTo("Getypt zonder verbinding.");
        page.context().setOffline(false);
        until(() -> Answers.of(inProgress()).to("questions.tried").equals("Getypt zonder verbinding."));
        PlaywrightAssertions.assertThat(page.locator("#offline")).isHidden();

        whileItIsSaved(page, "Dit wordt opgeslagen.", () -> page.fill(GOING_ON, LATE));
        jdbc.update("delete from web_session where subject = 'sanne'");
        page.dispatchEvent(GOING_ON, "change");
        PlaywrightAssertions.assertThat(page.locator("#notice a")).isInViewport();
        page.click("#notice a");
        browser.complaints().clear();
        signIn(page, "sanne");
        assertThat(page.url()).endsWith("/clarification");
        PlaywrightAssertions.assertThat(page.locator("#restored")).isVisible();
        assertThat(page.inputValue(GOING_ON)).isEqualTo(LATE);
        until(() -> Answers.of(inProgress()).to("questions.going-on").equals(LATE));
        fine(page, "worklist/clarification-restored");
        fitsTheNarrowest(page);
    }

    @Test
    void aCorrectionIsNotSavedByItselfAndSurvivesAnEndedSession() {
        QuestionnaireResponse earlier = Messages.clarification(thea.task());
        assertThat(server.post(SANNE, "/QuestionnaireResponse", earlier).status())
                .isEqualTo(201);
        Page page = open("sanne", Screen.PHONE);
        page.click("a[href$='/correction']");
        page.fill(TRIED, "Met mijn broer gepraat.");
        jdbc.update("delete from web_session where subject = 'sanne'");
        page.click("button[value=back]");
        signIn(page, "sanne");
        assertThat(page.url()).endsWith("/correction");
        PlaywrightAssertions.assertThat(page.locator("#restored")).isVisible();
        assertThat(Answers.of(all().get(0)).to("questions.tried")).doesNotContain("broer");

        page.click("button[value=back]");
        until(() -> all().get(0).getStatus() == QuestionnaireResponseStatus.AMENDED);
        assertThat(Answers.of(all().get(0)).to("questions.tried")).isEqualTo("Met mijn broer gepraat.");
    }

    @Test
    void inTwoWindowsTheLoserSeesBothTextsAndLosesNone() {
        Page first = open("sanne", Screen.DESKTOP);
        type(first, GOING_ON, "Begin.");
        saved(first);
        Page second = first.context().newPage();
        second.navigate(first.url());
        type(first, GOING_ON, "Uit het eerste venster.");
        until(() -> Answers.of(inProgress()).to("questions.going-on").equals("Uit het eerste venster."));

        type(second, GOING_ON, "Uit het tweede venster.");
        second.click("#saved button");
        browser.complaints().clear();
        assertThat(second.inputValue(GOING_ON)).isEqualTo("Uit het tweede venster.");
        assertThat(text(second)).contains("Uit het eerste venster.");
        fine(second, "worklist/clarification-both");
        second.fill(GOING_ON, "Uit het tweede venster. Uit het eerste venster.");
        second.click("button[value=back]");
        assertThat(Answers.of(inProgress()).to("questions.going-on"))
                .isEqualTo("Uit het tweede venster. Uit het eerste venster.");
        assertThat(all()).hasSize(1);
    }

    @Test
    void whatCannotBeSavedAnyMoreIsShownToBeCopied() {
        Page page = open("sanne", Screen.PHONE);
        ok(thea.step(SANNE, TaskStatus.FAILED, Set.of(Guard.G_REASON, Guard.G_FEEDBACK)));
        page.fill(GOING_ON, "Getypt toen het al voorbij was.");
        page.click("button[value=back]");
        PlaywrightAssertions.assertThat(page.locator("main")).containsText("Wat u typte, is niet opgeslagen");
        assertThat(text(page)).contains("Getypt toen het al voorbij was.");
        assertThat(all()).isEmpty();
        browser.complaints().clear();
        fine(page, "");
    }

    /** The form works as a plain form; a GP does not even reach it. */
    @Test
    void worksWithoutScriptAndIsShutForTheGp() {
        Page page = browser.pageWithoutScripts(Screen.PHONE, "nl-NL");
        page.navigate(address("/sign-in"));
        signIn(page, "sanne");
        page.navigate(path());
        page.press("button[value=finish]", "Enter");
        PlaywrightAssertions.assertThat(page.locator("main")).containsText("Er is nog niets ingevuld");
        page.fill(GOING_ON, "Zonder script.");
        for (int mark = Form.HIGHEST_MARK; mark >= 3; mark--) {
            page.press("[name='health.meaning']:checked", "ArrowLeft");
        }
        page.press("button[value=finish]", "Enter");
        PlaywrightAssertions.assertThat(page.locator("main")).containsText("Opgeschreven op");
        assertThat(text(page)).contains("Zonder script.");
        assertThat(Answers.of(all().get(0)).mark("health.meaning")).contains(3);

        Page gp = signedIn("vandijk", Screen.PHONE);
        assertThat(gp.navigate(path()).status()).isEqualTo(403);
        assertThat(gp.content()).doesNotContain("Zonder script.");
    }

    private Page open(String name, Screen screen) {
        Page page = signedIn(name, screen);
        page.navigate(path());
        return page;
    }

    private String path() {
        return address("/work/" + thea.reference(Task.class).split("/")[1] + "/clarification");
    }

    /** Types, and leaves the field. */
    private static void type(Page page, String field, String text) {
        page.fill(field, text);
        page.dispatchEvent(field, "change");
    }

    /** Does something after this text has left, and before the answer is there. */
    private void whileItIsSaved(Page page, String text, Runnable then) {
        List<Route> held = new ArrayList<>();
        page.route(path(), held::add);
        type(page, GOING_ON, text);
        page.waitForCondition(() -> !held.isEmpty());
        then.run();
        page.unroute(path());
        page.waitForResponse(path(), held.get(0)::resume);
        assertThat(Answers.of(inProgress()).to("questions.going-on")).isEqualTo(text);
    }

    private static void saved(Page page) {
        PlaywrightAssertions.assertThat(page.locator("#saved")).containsText("Opgeslagen om");
    }

    private QuestionnaireResponse inProgress() {
        return all().stream()
                .filter(one -> one.getStatus() == QuestionnaireResponseStatus.INPROGRESS)
                .findFirst()
                .orElseThrow();
    }

    private List<QuestionnaireResponse> all() {
        return server.get(
                        SANNE,
                        "/QuestionnaireResponse?based-on="
                                + thea.task().getFocus().getReference())
                .all(QuestionnaireResponse.class);
    }

    private void gpHasNothing(String versionBefore) {
        assertThat(thea.task().getMeta().getVersionId()).isEqualTo(versionBefore);
        assertThat(thea.feedback()).isEmpty();
        assertThat(server.get("his-demo-1", "/Communication?part-of=" + thea.reference(Task.class))
                        .all(Communication.class))
                .isEmpty();
        assertThat(server.get(
                                "his-demo-1",
                                "/QuestionnaireResponse?based-on="
                                        + thea.task().getFocus().getReference())
                        .all(QuestionnaireResponse.class))
                .isEmpty();
        assertThat(server.get("his-demo-1", "/" + thea.reference(Task.class) + "/_history")
                        .body())
                .doesNotContain("brieven");
    }

    private static void until(Callable<Boolean> holds) {
        await().atMost(Duration.ofSeconds(30)).until(holds);
    }
}
