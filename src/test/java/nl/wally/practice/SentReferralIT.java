package nl.wally.practice;

import static nl.wally.Answers.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import nl.wally.Beside;
import nl.wally.Browser.Screen;
import nl.wally.ReferralLife;
import nl.wally.ScreenIT;
import nl.wally.conformance.Canonicals;
import nl.wally.workflow.Guard;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;

/** Dr. Van Dijk opens a referral that her practice sent: reads, answers, tells, and stops it. */
class SentReferralIT extends ScreenIT {
    private static final String SANNE = "wally-demo-1";
    private static final String HIS = "his-demo-1";

    @Test
    void isReadConfirmedAndKept() throws IOException {
        ReferralLife thea = underWay();
        ok(thea.step(SANNE, TaskStatus.COMPLETED, Set.of(Guard.G_FEEDBACK, Guard.G_OUTCOME)));

        Page page = signedIn("vandijk", Screen.PHONE);
        page.navigate(address("/sent"));
        page.fill("#number", number(thea).replace("-", " "));
        page.click("main form[role=search] button");
        assertThat(page.url()).isEqualTo(address(path(thea)));
        assertThat(text(page))
                .contains("Thea de Vries", "De verwijzing is afgerond.", "We hebben samen een plan gemaakt.");
        fine(page, "practice/feedback");
        String pdf = page.getAttribute("a[download]", "href");
        assertThat(printed(page.request().get(address(pdf))))
                .contains("We hebben samen een plan gemaakt.", "Thea de Vries", number(thea));

        page.click("text=Ik heb dit gelezen");
        assertThat(text(page))
                .contains("u hebt dit gelezen", "door Dr. Van Dijk")
                .doesNotContain("Ik heb dit");
        Extension read = thea.feedback().get(0).getExtensionByUrl(Canonicals.EXTENSION_READ);
        assertThat(((Reference) read.getExtensionByUrl("by").getValue()).getReference())
                .isEqualTo("PractitionerRole/gp-1");

        Page other = signedIn("yilmaz", Screen.DESKTOP);
        assertThat(other.navigate(address(path(thea))).status()).isEqualTo(404);
        assertThat(other.request().get(address(pdf)).status()).isEqualTo(404);
        assertThat(other.content()).doesNotContain("Thea", number(thea));
    }

    @Test
    void isAnsweredToldOfAndKeepsTheTextOfWhoWasTooLate() {
        ReferralLife thea = underWay();
        ok(server.post(SANNE, "", Beside.question(thea.task(), "Mag ik ook in het weekend bellen?")));
        Page page = signedIn("vandijk", Screen.DESKTOP);
        page.navigate(address(path(thea)));
        assertThat(text(page)).contains("Vraag van Sanne Bakker", "Mag ik ook in het weekend bellen?");

        page.click("text=Antwoord versturen");
        assertThat(page.locator("[role=alert]").innerText()).contains("ontbreekt");
        assertThat(page.getAttribute("textarea[aria-invalid=true]", "aria-describedby"))
                .contains("text-error");
        browser.complaints().clear();
        fine(page, "practice/referral-wrong");
        page.fill("textarea[aria-invalid=true]", "Liever niet.");
        page.click("text=Antwoord versturen");
        assertThat(text(page)).contains("Uw antwoord is verstuurd.").doesNotContain("Antwoord versturen");
        assertThat(questions(thea)).allMatch(task -> task.getStatus() == TaskStatus.COMPLETED);

        page.fill("#text-message", "Ze ligt in het ziekenhuis.");
        page.click("form[data-keep=message] button");
        assertThat(text(page)).contains("Uw bericht is verstuurd.", "Ze ligt in het ziekenhuis.");
        assertThat(page.inputValue("#text-message")).isEmpty();
        fine(page, "practice/referral");

        // A colleague answers meanwhile, in the HIS.
        ok(server.post(SANNE, "", Beside.question(thea.task(), "Welk ziekenhuis?")));
        page.reload();
        Task open = questions(thea).stream()
                .filter(task -> task.getStatus() == TaskStatus.REQUESTED)
                .findFirst()
                .orElseThrow();
        CommunicationRequest asked = server.read(HIS, open.getFocus().getReference(), CommunicationRequest.class);
        page.fill("form[data-keep^=answer] textarea", "Het Deventer Ziekenhuis, afdeling 3.");
        ok(server.post(HIS, "", Beside.answering(open, Beside.answer(asked, "Deventer Ziekenhuis."))));
        page.click("text=Antwoord versturen");
        assertThat(page.locator("[role=alert]").innerText()).contains("is er niets opgeslagen");
        assertThat(page.locator("section[aria-labelledby=lost]").innerText())
                .contains("Het Deventer Ziekenhuis, afdeling 3.");
        assertThat(text(page)).contains("Deventer Ziekenhuis.");
        browser.complaints().clear();
        fine(page, "");
    }

    @Test
    void isStoppedByAskingOnceItHasBegunAndAtOnceBefore() {
        ReferralLife begun = underWay();
        Page page = signedIn("vandijk", Screen.PHONE);
        page.navigate(address(path(begun)));
        page.click("details:has(form[data-keep=A01]) summary");
        page.fill("#text-A01", "Thea gaat verhuizen.");
        page.click("form[data-keep=A01] button");
        assertThat(text(page)).contains("Uw verzoek om te stoppen is verstuurd.", "U hebt gevraagd om te stoppen.");
        fine(page, "");
        page.click("text=Verzoek om te stoppen intrekken");
        assertThat(text(page)).contains("Uw verzoek om te stoppen is ingetrokken.");

        ReferralLife waiting = Today.referral(server, 1);
        page.navigate(address(path(waiting)));
        var ending = page.locator("details:has(input[value=withdrawn-by-gp])").first();
        ending.locator("summary").click();
        fine(page, "practice/referral-stop");
        ending.locator("button").click();
        assertThat(text(page)).contains("Kies een reden.");
        browser.complaints().clear();
        ending.locator("input[value=withdrawn-by-gp]").check();
        ending.locator("button").click();
        assertThat(text(page)).contains("De verwijzing is gestopt.");
        assertThat(waiting.task().getStatus()).isEqualTo(TaskStatus.CANCELLED);
    }

    private ReferralLife underWay() {
        ReferralLife life = Today.referral(server, 1);
        ok(life.step(SANNE, TaskStatus.RECEIVED, Set.of()));
        ok(life.step(SANNE, TaskStatus.ACCEPTED, Set.of()));
        ok(life.step(SANNE, TaskStatus.INPROGRESS, Set.of()));
        return life;
    }

    private List<Task> questions(ReferralLife life) {
        return server.get(HIS, "/Task?part-of=" + life.reference(Task.class)).all(Task.class);
    }

    private static String path(ReferralLife life) {
        return PracticeConfig.SENT + "/" + life.reference(Task.class).replace("Task/", "");
    }

    private static String number(ReferralLife life) {
        return life.task().getIdentifierFirstRep().getValue();
    }

    private static String printed(APIResponse answer) throws IOException {
        assertThat(answer.headers()).containsEntry("content-type", "application/pdf");
        try (PDDocument document = Loader.loadPDF(answer.body())) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }
}
