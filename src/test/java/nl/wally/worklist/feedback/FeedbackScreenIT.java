package nl.wally.worklist.feedback;

import static nl.wally.Answers.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.Date;
import java.util.List;
import java.util.Set;
import nl.wally.Browser.Screen;
import nl.wally.Consents;
import nl.wally.Messages;
import nl.wally.ReferralLife;
import nl.wally.ScreenIT;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.Codes;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Sanne writes to Dr. Van Dijk in a browser (W-6): the GP gets what the preview shows, to the letter. */
class FeedbackScreenIT extends ScreenIT {
    private static final String SANNE = "wally-demo-1";

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void theGpReceivesWhatThePreviewShowsInBetweenAndAtTheEnd() {
        ReferralLife thea = running(ReferralLife.begin(server, 1));
        Page page = open(thea, Screen.DESKTOP);
        assertThat(page.inputValue("#text")).startsWith("Beste ").contains("sprak ik met uw patiënt", LetterRules.GAP);

        page.click("button[value=interim]");
        assertThat(text(page)).contains("Vul in wat er op de plek van […] hoort");
        assertThat(thea.feedback()).isEmpty();
        browser.complaints().clear();
        fine(page, "worklist/feedback-missing");

        page.fill("#text", "Beste dokter,\n\nWij gaan samen naar de schuldhulp.\n\nSanne");
        PlaywrightAssertions.assertThat(page.locator("#preview")).containsText("Wij gaan samen");
        String preview = page.locator("#preview pre").textContent();
        fine(page, "worklist/feedback");
        page.click("button[value=interim]");
        PlaywrightAssertions.assertThat(page.locator("[data-done]")).isVisible();
        assertThat(received(thea)).containsExactly(preview);
        assertThat(thea.task().getStatus()).isEqualTo(TaskStatus.INPROGRESS);
        assertThat(Codes.of(thea.task().getBusinessStatus(), Canonicals.SYSTEM_BUSINESS_STATUS))
                .containsExactly("interim-feedback-sent");
        assertThat(page.inputValue("#text")).as("what was sent is not kept").doesNotContain("Wij gaan samen");

        page.fill("#text", "Het gaat beter.");
        page.fill("#onward", "Schuldhulp Deventer");
        page.dblclick("button[value='completed:referred-onward']");
        PlaywrightAssertions.assertThat(page.locator("main")).containsText("U kunt nu geen terugkoppeling sturen");
        fine(page, "worklist/feedback-sent");
        assertThat(received(thea)).containsExactlyInAnyOrder(preview, "Het gaat beter.");
        assertThat(thea.task().getStatus()).isEqualTo(TaskStatus.COMPLETED);
        assertThat(outputs(thea)).contains("referred-onward", "Schuldhulp Deventer");
    }

    /** W-6: also when the person changes their mind while the letter is being written. */
    @Test
    void withoutPermissionOnlyTheTextWithoutContentIsSent() {
        ReferralLife thea = running(ReferralLife.begin(server, 1));
        Page page = open(thea, Screen.PHONE);
        page.fill("#text", "De schulden zijn hoog.");
        ok(Consents.change(server, "his-demo-1", thea, consent -> Consents.takeAway(consent, "feedback-to-gp")));
        page.click("button[value='completed:helped']");
        PlaywrightAssertions.assertThat(page.locator("main")).containsText("De inwoner heeft veranderd wat");
        browser.complaints().clear();
        assertThat(thea.feedback()).isEmpty();
        assertThat(page.inputValue("#text")).as("nothing is lost").isEqualTo("De schulden zijn hoog.");
        assertThat(page.locator("#text").isEditable()).isFalse();

        page.check("input[value=CALL]");
        PlaywrightAssertions.assertThat(page.locator("#preview")).containsText("Wilt u zelf contact opnemen");
        fine(page, "worklist/feedback-without-content");
        String preview = page.locator("#preview pre").textContent();
        assertThat(preview).doesNotContain("schulden");

        page.click("button[value='completed:referred-onward']");
        PlaywrightAssertions.assertThat(page.locator("[data-done]")).isVisible();
        assertThat(received(thea)).containsExactly(preview);
        assertThat(outputs(thea)).contains("Niet verteld op wens van de patiënt");
    }

    @Test
    void aLostConnectionAndAnEndedSessionTakeNothingAway() {
        ReferralLife thea = running(ReferralLife.begin(server, 1));
        Page page = open(thea, Screen.PHONE);
        page.context().setOffline(true);
        page.fill("#text", "Getypt zonder verbinding.");
        page.click("button[value=interim]");
        PlaywrightAssertions.assertThat(page.locator("#offline")).isInViewport();
        assertThat(page.inputValue("#text")).isEqualTo("Getypt zonder verbinding.");
        page.context().setOffline(false);
        PlaywrightAssertions.assertThat(page.locator("#preview")).containsText("Getypt zonder verbinding.");
        PlaywrightAssertions.assertThat(page.locator("#offline")).isHidden();

        jdbc.update("delete from web_session where subject = 'sanne'");
        page.fill("#text", "Getypt toen de sessie al voorbij was.");
        PlaywrightAssertions.assertThat(page.locator("#notice a")).isInViewport();
        page.click("#notice a");
        browser.complaints().clear();
        signIn(page, "sanne");
        PlaywrightAssertions.assertThat(page.locator("#restored")).isVisible();
        PlaywrightAssertions.assertThat(page.locator("#preview")).containsText("toen de sessie al voorbij was.");
        fine(page, "worklist/feedback-restored");
        fitsTheNarrowest(page);
        page.click("button[value=interim]");
        PlaywrightAssertions.assertThat(page.locator("[data-done]")).isVisible();
        assertThat(received(thea)).containsExactly("Getypt toen de sessie al voorbij was.");
    }

    @Test
    void whoIsOvertakenSeesWhatHappenedAndKeepsTheText() {
        ReferralLife thea = running(ReferralLife.begin(server, 1));
        Page page = open(thea, Screen.PHONE);
        page.fill("#text", "Een lange brief.");
        ok(thea.change(
                SANNE, task -> task.addNote().setText("Uit een ander venster.").setTime(new Date())));

        page.click("button[value='completed:helped']");
        PlaywrightAssertions.assertThat(page.locator("main")).containsText("intussen veranderd");
        browser.complaints().clear();
        assertThat(text(page)).contains("Uit een ander venster.");
        assertThat(page.inputValue("#text")).isEqualTo("Een lange brief.");
        assertThat(thea.feedback()).isEmpty();
        fine(page, "worklist/feedback-overtaken");

        page.click("summary:has-text('Verstuur en stop anders')");
        page.selectOption("#reason-failed", "unreachable");
        page.click("button[value=failed]");
        PlaywrightAssertions.assertThat(page.locator("[data-done]")).isVisible();
        assertThat(thea.task().getStatus()).isEqualTo(TaskStatus.FAILED);
        assertThat(received(thea)).containsExactly("Een lange brief.");
    }

    private ReferralLife running(ReferralLife thea) {
        ok(thea.step(SANNE, TaskStatus.ACCEPTED, Set.of()));
        assertThat(server.post(SANNE, "/Communication", Messages.attempt(thea.task(), "reached"))
                        .status())
                .isEqualTo(201);
        ok(thea.step(SANNE, TaskStatus.INPROGRESS, Set.of()));
        return thea;
    }

    private Page open(ReferralLife thea, Screen screen) {
        Page page = signedIn("sanne", screen);
        page.navigate(address("/work/" + thea.reference(Task.class).split("/")[1] + "/feedback"));
        return page;
    }

    /** What the system of the GP reads. */
    private static List<String> received(ReferralLife thea) {
        return thea.feedback().stream()
                .map(Communication::getPayloadFirstRep)
                .map(payload -> ((StringType) payload.getContent()).getValue())
                .toList();
    }

    private static List<String> outputs(ReferralLife thea) {
        return thea.task().getOutput().stream()
                .map(output -> output.getValue() instanceof CodeableConcept concept
                        ? concept.getCodingFirstRep().getCode()
                        : output.getValue().primitiveValue())
                .toList();
    }
}
