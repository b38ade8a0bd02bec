package nl.wally.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.wally.Answers;
import nl.wally.Beside;
import nl.wally.Browser.Screen;
import nl.wally.ReferralLife;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.Codes;
import nl.wally.workflow.Guard;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page of one referral: what it tells, and that each of its buttons is the Task update that it says. */
class WorkPageIT extends WorkIT {
    private ReferralLife thea;

    @BeforeEach
    void theaIsReferred() {
        thea = here.refer();
    }

    @Test
    void recordsAnAttemptWithTwoTapsFromTheList() {
        Page page = sanne(Screen.PHONE);
        int taps = 0;
        tap(page, "main .card a");
        taps++;
        assertThat(page.locator("a[href^='tel:']").first().getAttribute("href")).startsWith("tel:0");
        assertThat(text(page))
                .contains(
                        "Spreek geen voicemail in",
                        "Ik slaap",
                        "Wie heeft verwezen",
                        "Binnen twee weken na het eerste gesprek");
        fine(page, "worklist/referral-new");
        // The GP reads that she has opened it.
        assertThat(thea.task().getStatus()).isEqualTo(TaskStatus.RECEIVED);
        tap(page, "button[value=no-answer]");
        taps++;
        assertThat(taps).isEqualTo(2);
        assertThat(text(page)).contains("Gelukt", "geen gehoor", "Tot nu toe 1 poging");
        assertThat(attempts(thea)).hasSize(1);
        assertThat(thea.task().getStatus()).isEqualTo(TaskStatus.ACCEPTED);
        assertThat(progress()).isEqualTo("contact-attempted");

        tap(page, "button[value=reached]");
        assertThat(text(page)).contains("heeft de inwoner gesproken", "Tot nu toe 2 pogingen");
        fine(page, "worklist/referral-accepted");
    }

    @Test
    void offersExactlyWhatTheServerDoes() {
        Page page = sanne(Screen.DESKTOP);
        String wally = here.sanne.client();
        assertThat(shown(page)).contains("T04", "T06", "contact-attempt", "I01").isEqualTo(offered());
        tap(page, "button[value=T04]");
        assertThat(thea.task().getStatus()).isEqualTo(TaskStatus.ACCEPTED);
        assertThat(shown(page)).contains("T10", "T11", "progress").isEqualTo(offered());
        Answers.ok(thea.step(wally, TaskStatus.INPROGRESS, Set.of()));
        assertThat(shown(page)).contains("T14", "T16", "T17", "clarify").isEqualTo(offered());
        Answers.ok(thea.step(wally, TaskStatus.ONHOLD, Set.of(Guard.G_REASON, Guard.G_RESUME)));
        assertThat(shown(page)).contains("T15", "T18").isEqualTo(offered());
        Answers.ok(thea.step(wally, TaskStatus.FAILED, Set.of(Guard.G_REASON, Guard.G_FEEDBACK)));
        assertThat(shown(page)).contains("addendum").isEqualTo(offered());
    }

    /** What the page offers now, as the actions of the server: its buttons, and the links to where an action has a page. */
    private Set<String> shown(Page page) {
        page.navigate(address(path(thea)));
        Set<String> shown = new TreeSet<>();
        page.locator("button[name=deed]").all().stream()
                .map(button -> button.getAttribute("value"))
                .filter(value -> !value.equals(Deeds.PLAN))
                .forEach(value -> shown.add(Deeds.RESULTS.contains(value) ? Deeds.ATTEMPT : value));
        page.locator("a[data-deed]").all().forEach(link -> shown.add(link.getAttribute("data-deed")));
        return shown;
    }

    private Set<String> offered() {
        return server
                .get(here.sanne.client(), "/" + thea.reference(Task.class) + "/$available-actions")
                .resource(Parameters.class)
                .getParameter()
                .stream()
                .flatMap(action -> action.getPart().stream())
                .filter(part -> part.getName().equals("code"))
                .map(part -> ((Coding) part.getValue()).getCode())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void plansTheTalkHoldsAndGoesOn() {
        Answers.ok(thea.step(here.sanne.client(), TaskStatus.ACCEPTED, Set.of()));
        Page page = sanne(Screen.PHONE);
        page.navigate(address(path(thea)));
        tap(page, "summary:has-text('Gesprek plannen')");
        page.fill("#day-plan", LocalDate.now(clock).plusDays(3).toString());
        page.fill("#time-plan", "10:30");
        tap(page, "button[value=plan]");
        assertThat(text(page)).contains("Gesprek gepland op", "10:30", "Houd het eerste gesprek");
        assertThat(progress()).isEqualTo("intake-planned");

        // What is missing is said at the field, and what was filled in is still there.
        tap(page, "summary:has-text('Pauzeren')");
        page.fill("#text-T14", "Zij is verhuisd naar haar zus.");
        page.check("input[value=other]");
        tap(page, "button[value=T14]");
        assertThat(page.locator("#day-error-T14").innerText()).contains("Kies een dag, morgen of later");
        assertThat(page.inputValue("#text-T14")).contains("haar zus");
        browser.complaints().clear();
        fine(page, "worklist/referral-missing");
        page.fill("#day-T14", LocalDate.now(clock).plusDays(30).toString());
        tap(page, "button[value=T14]");
        assertThat(text(page)).contains("Dit staat op pauze");
        assertThat(thea.task().getStatusReason().getText()).contains("haar zus");
        tap(page, "button[value=T15]");
        assertThat(thea.task().getStatus()).isEqualTo(TaskStatus.INPROGRESS);
        tap(page, "summary:has-text('Voortgang vastleggen')");
        page.check("input[value=intake-done]");
        tap(page, "button[value=progress]");
        assertThat(progress()).isEqualTo("intake-done");
        // The next talk sets nothing back; and what was noted on the page grows into the letter.
        tap(page, "summary:has-text('Gesprek plannen')");
        page.fill("#day-plan", LocalDate.now(clock).plusDays(40).toString());
        tap(page, "button[value=plan]");
        assertThat(progress()).isEqualTo("intake-done");
        page.navigate(address(path(thea) + "/feedback"));
        assertThat(page.inputValue("#text")).contains("Gesprek gepland op");
    }

    @Test
    void handsOverToTheSubstituteWithWhatHeShouldKnow() {
        Page page = sanne(Screen.PHONE);
        page.navigate(address(path(thea)));
        tap(page, "summary:has-text('Overdragen')");
        page.check("input[value='" + here.joris.role() + "']");
        page.fill("#text-hand-over", "Bel liever na vier uur.");
        fine(page, "worklist/referral-hand-over");
        tap(page, "button[value=hand-over]");
        assertThat(text(page)).contains("Gelukt", "Joris Bos", "Bel liever na vier uur.");
        assertThat(thea.task().getOwner().getReference()).isEqualTo(here.joris.role());
        assertThat(text(joris(Screen.PHONE))).contains("Thea");
    }

    @Test
    void asksTheGpSomethingAndTakesItBack() {
        Page page = sanne(Screen.DESKTOP);
        page.navigate(address(path(thea)));
        tap(page, "summary:has-text('Vraag stellen')");
        page.fill("#text-I01", "Op welk nummer is mevrouw overdag bereikbaar?");
        tap(page, "button[value=I01]");
        assertThat(text(page)).contains("Er is nog geen antwoord", "overdag bereikbaar");
        fine(page, "worklist/referral-asked");
        tap(page, "button[value=I03]");
        assertThat(text(page)).doesNotContain("Er is nog geen antwoord");
        tap(page, "summary:has-text('Opmerking toevoegen')");
        page.fill("#text-note", "Zij belt zelf terug.");
        tap(page, "button[value=note]");
        assertThat(thea.task().getNote().get(0).getText()).isEqualTo("Zij belt zelf terug.");
    }

    @Test
    void answersARequestToStopAndNotesThatConsentIsWithdrawn() {
        Answers.ok(thea.step(here.sanne.client(), TaskStatus.ACCEPTED, Set.of()));
        Answers.ok(thea.step(here.sanne.client(), TaskStatus.INPROGRESS, Set.of()));
        Task stop = Beside.cancellation(thea.task());
        stop.setRequester(null);
        assertThat(server.post(here.his(), "/Task", stop).status()).isEqualTo(201);
        Page page = sanne(Screen.PHONE);
        page.navigate(address(path(thea)));
        assertThat(text(page)).contains("De huisarts vraagt om te stoppen");
        fine(page, "worklist/referral-stop");
        page.fill("#text-stop", "x".repeat(WorkRules.LONGEST + 1));
        tap(page, "button[value=A03]");
        assertThat(page.locator("#text-error-stop").innerText()).contains("te lang");
        page.fill("#text-stop", "Wij zijn net begonnen.");
        tap(page, "button[value=A03]");
        assertThat(text(page)).contains("Gelukt").doesNotContain("De huisarts vraagt om te stoppen");

        tap(page, "summary:has-text('Intrekken van toestemming')");
        tap(page, "button[value=withdraw-consent]");
        assertThat(page.url()).contains("/work?done=withdraw-consent");
        assertThat(text(page)).contains("De verwijzing is gestopt");
        assertThat(server.read(here.his(), thea.reference(Consent.class), Consent.class)
                        .getStatus())
                .isEqualTo(Consent.ConsentState.INACTIVE);
    }

    private String progress() {
        return Codes.of(thea.task().getBusinessStatus(), Canonicals.SYSTEM_BUSINESS_STATUS)
                .get(0);
    }
}
