package nl.wally.practice;

import static nl.wally.Answers.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Set;
import java.util.stream.Stream;
import nl.wally.Beside;
import nl.wally.Browser.Screen;
import nl.wally.FhirClient.Answer;
import nl.wally.Messages;
import nl.wally.ReferralLife;
import nl.wally.ScreenIT;
import nl.wally.workflow.Guard;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;

/** The list of sent referrals, as the practice of Dr. Van Dijk and as another one sees it. */
class SentIT extends ScreenIT {
    private static final String SANNE = "wally-demo-1";
    private static final String HIS = "his-demo-1";

    @Test
    void showsWhatAsksSomethingFirst() {
        ReferralLife asked = Today.referral(server, 1);
        begin(asked);
        ok(server.post(SANNE, "", Beside.question(asked.task(), "Mag ik ook in het weekend bellen?")));
        ReferralLife tried = Today.referral(server, 1);
        begin(tried);
        created(server.post(SANNE, "/Communication", Messages.attempt(tried.task(), "no-answer")));
        created(server.post(SANNE, "/Communication", Messages.attempt(tried.task(), "reached")));
        ReferralLife told = Today.referral(server, 1);
        begin(told);
        ok(told.step(SANNE, TaskStatus.COMPLETED, Set.of(Guard.G_FEEDBACK, Guard.G_OUTCOME)));

        Page page = signedIn("vandijk", Screen.DESKTOP);
        page.click("nav >> text=Verstuurde verwijzingen");
        assertThat(page.title()).isEqualTo("Verstuurde verwijzingen · Waar is Wally");

        Locator asking = page.locator("section[aria-labelledby=asking]");
        assertThat(card(asking, asked).innerText())
                .contains("Thea de Vries", "Vraag aan u", "verstuurd door Dr. Van Dijk", number(asked));
        assertThat(card(asking, told).innerText())
                .contains("Terugkoppeling te lezen", "De verwijzing is afgerond. Uitkomst: Geholpen.", "Afgesloten op");
        assertThat(card(page.locator("section[aria-labelledby=under-way]"), tried)
                        .innerText())
                .contains("Sanne heeft twee keer geprobeerd Thea te bereiken.");
        assertThat(page.locator("a[href$='/sent/" + id(told) + "']").count())
                .as("shown once")
                .isEqualTo(1);
        assertThat(server.get(SANNE, "/Communication?category=final-feedback&part-of=" + told.reference(Task.class))
                        .first(Communication.class)
                        .hasReceived())
                .as("a list shows no feedback, so nobody has received it")
                .isFalse();
        fine(page, "practice/list");

        ownReferralsAlone(page, asked, tried, told);

        page = signedIn("yilmaz", Screen.PHONE);
        page.navigate(address("/sent"));
        assertThat(page.locator("main").innerHTML()).doesNotContain(id(asked), id(tried), id(told));
        find(page, number(asked));
        assertThat(page.locator(".error").innerText()).contains("geen verwijzing met dit nummer");
        assertThat(page.inputValue("#number")).isEqualTo(number(asked));
    }

    private void ownReferralsAlone(Page page, ReferralLife... own) {
        String ofALocum = id(byALocum());
        page.navigate(address("/sent"));
        assertThat(page.locator("main").innerHTML()).contains(ofALocum);
        page.navigate(address("/sent?mine"));
        assertThat(page.locator("main").innerHTML())
                .as("what somebody else of the practice sent is not mine")
                .contains(Stream.of(own).map(SentIT::id).toList())
                .doesNotContain(ofALocum);
    }

    private ReferralLife byALocum() {
        Bundle bundle = Messages.referral(1);
        Reference locum = new Reference("Organization/practice-1").setDisplay("waarnemer M. de Boer");
        Messages.part(bundle, ServiceRequest.class).setRequester(locum.copy());
        Messages.part(bundle, Task.class).setRequester(locum.copy());
        CommunicationRequest request = Messages.part(bundle, CommunicationRequest.class);
        request.setRequester(locum.copy());
        request.getRecipient().clear();
        request.addRecipient(new Reference("Organization/practice-1"));
        return ReferralLife.begin(server, HIS, bundle);
    }

    private static void begin(ReferralLife life) {
        ok(life.step(SANNE, TaskStatus.RECEIVED, Set.of()));
        ok(life.step(SANNE, TaskStatus.ACCEPTED, Set.of()));
        ok(life.step(SANNE, TaskStatus.INPROGRESS, Set.of()));
    }

    private static void find(Page page, String typed) {
        page.fill("#number", typed);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Zoeken"))
                .click();
    }

    private static Locator card(Locator section, ReferralLife life) {
        return section.locator(".card:has(a[href$='/sent/" + id(life) + "'])");
    }

    private static String id(ReferralLife life) {
        return life.reference(Task.class).replace("Task/", "");
    }

    private static String number(ReferralLife life) {
        return life.task().getIdentifierFirstRep().getValue();
    }

    private static Communication created(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.resource(Communication.class);
    }
}
