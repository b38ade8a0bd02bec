package nl.wally.story;

import static nl.wally.Answers.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Set;
import nl.wally.Beside;
import nl.wally.Browser.Screen;
import nl.wally.Messages;
import nl.wally.ReferralLife;
import nl.wally.ScreenIT;
import nl.wally.conformance.Canonicals;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;

/**
 * The story of Thea as its people see it, on their pages: her GP follows it and answers, Sanne clarifies, the coordinator gives
 * it to Joris, who reports, and the GP confirms to have read that. Systems of theirs do the rest.
 */
class StoryOnScreensIT extends ScreenIT {
    private static final String GP = "his-demo-1";
    private static final String SANNE = "wally-demo-1";
    private static final String LETTER = "Beste dokter,\n\nThea en ik gaan samen naar de schuldhulp.\n\nJoris";

    /** The id of the Task, as it stands in the addresses of the pages. */
    private String id = "";

    @Test
    void goesFromTheGpToTheWallyAndBack() {
        ReferralLife thea = begin();
        id = thea.reference(Task.class).replace("Task/", "");
        Page gp = signedIn("vandijk", Screen.DESKTOP);
        find(gp, thea.task().getIdentifierFirstRep().getValue());
        assertThat(text(gp)).contains("De verwijzing ligt bij Sanne Bakker");

        callTwiceAndAsk(thea);
        gp.navigate(address("/sent"));
        assertThat(gp.locator("section[aria-labelledby=asking] " + card()).innerText())
                .contains("Vraag aan u");
        answer(gp);
        clarify(signedIn("sanne", Screen.PHONE));
        giveToTheSubstitute(signedIn("coordinator", Screen.DESKTOP));
        report(signedIn("joris", Screen.PHONE));

        gp.navigate(address("/sent"));
        assertThat(gp.locator("section[aria-labelledby=asking] " + card()).innerText())
                .contains("Terugkoppeling te lezen", "Uitkomst: Geholpen");
        read(gp);
        gp.navigate(address("/sent"));
        assertThat(gp.locator("section[aria-labelledby=ended] " + card()).innerText())
                .doesNotContain("te lezen");
        assertThat(thea.task().getStatus()).isEqualTo(TaskStatus.COMPLETED);
        assertThat(browser.complaints()).isEmpty();
    }

    /** The HIS sends, just now, so that it comes first. */
    private ReferralLife begin() {
        Bundle bundle = Messages.referral(1);
        DateTimeType now = DateTimeType.now();
        Messages.part(bundle, Task.class).setAuthoredOnElement(now);
        Messages.part(bundle, ServiceRequest.class).setAuthoredOnElement(now.copy());
        return ReferralLife.begin(server, GP, bundle);
    }

    private void find(Page gp, String number) {
        gp.navigate(address("/sent"));
        gp.fill("#number", number);
        gp.click("main form[role=search] button");
        assertThat(text(gp)).contains(number, "Thea de Vries");
    }

    private void callTwiceAndAsk(ReferralLife thea) {
        ok(thea.step(SANNE, TaskStatus.RECEIVED, Set.of()));
        ok(thea.step(SANNE, TaskStatus.ACCEPTED, Set.of()));
        for (String result : List.of("no-answer", "reached")) {
            assertThat(server.post(SANNE, "/Communication", Messages.attempt(thea.task(), result))
                            .status())
                    .isEqualTo(201);
        }
        ok(thea.step(SANNE, TaskStatus.INPROGRESS, Set.of()));
        ok(server.post(SANNE, "", Beside.question(thea.task(), "Wanneer is Thea thuis?")));
    }

    private void answer(Page gp) {
        gp.click(card() + " a");
        gp.fill("form[data-keep^=answer] textarea", "Na vijf uur 's middags.");
        gp.click("text=Antwoord versturen");
        assertThat(text(gp)).contains("Uw antwoord is verstuurd.");
    }

    private void clarify(Page sanne) {
        sanne.navigate(address("/work/" + id + "/clarification"));
        sanne.fill("[id='questions.going-on']", "De brieven van de bank liggen ongeopend op de kast.");
        sanne.click("text=Deze vraagverheldering is klaar");
        sanne.waitForSelector("text=Nieuwe vraagverheldering beginnen");
    }

    private void giveToTheSubstitute(Page coordinator) {
        coordinator.navigate(address("/coordination/referrals/" + id));
        assertThat(text(coordinator)).contains("Sanne").doesNotContain("Thea", "slaap");
        coordinator.selectOption("#person-hand-over", "PractitionerRole/wally-2");
        coordinator.click("section[aria-labelledby=deed-hand-over] button");
        assertThat(text(coordinator)).contains("Gelukt", "Joris");
    }

    private void report(Page joris) {
        joris.navigate(address("/work/" + id + "/feedback"));
        joris.fill("#text", LETTER);
        joris.click("button[value='completed:helped']");
        joris.waitForSelector("[data-done]");
    }

    private void read(Page gp) {
        gp.click(card() + " a");
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

    private String card() {
        return ".card:has(a[href$='/sent/" + id + "'])";
    }
}
