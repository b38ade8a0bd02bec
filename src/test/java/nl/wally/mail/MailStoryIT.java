package nl.wally.mail;

import static nl.wally.Answers.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator.ScreenshotOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import nl.wally.Axe;
import nl.wally.Beside;
import nl.wally.Browser;
import nl.wally.Browser.Screen;
import nl.wally.Directory;
import nl.wally.FhirClient.Answer;
import nl.wally.Messages;
import nl.wally.ReferralLife;
import nl.wally.ServerIT;
import nl.wally.SignedTokens;
import nl.wally.conformance.Marked;
import nl.wally.mail.CatcherPage.Mail;
import nl.wally.notification.Event;
import nl.wally.notification.Events;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The whole story, and who gets which e-mail of it. A mark is planted in every word, name and number of the person: no e-mail
 * says it, nor the number of the referral. Each kind of e-mail is looked at in a browser; with
 * {@code -Dwally.guide.screens=docs/screens} pictures are taken of them for the docs.
 */
class MailStoryIT extends ServerIT {
    private static final String SCREENS = System.getProperty("wally.guide.screens", "");

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Events events;

    private final Map<LetterKind, Seen> seen = new EnumMap<>(LetterKind.class);
    /** As it was read when it came: the catcher keeps the newest of all tests only. */
    private record Seen(Mail mail, String source, String html, String policy) {}

    private CatcherPage catcher;
    private Town town;

    @Test
    void tellsThatSomethingWaitsAndNothingOfAnybody() {
        catcher = new CatcherPage(port);
        town = new Town(server, new Directory(server, new SignedTokens(jdbc.getDataSource())));
        ReferralLife life = town.referral();
        expect(LetterKind.NEW_REFERRAL, town.sanneMail);
        working(life);
        stopping(life);
        waiting(life);
        teams();
        ending(life);
        silence();

        assertThat(seen.keySet()).containsExactly(LetterKind.values());
        String number = life.task().getIdentifierFirstRep().getValue();
        for (Seen letter : seen.values()) {
            assertThat((letter.source() + letter.html()).toLowerCase(Locale.ROOT))
                    .as(letter.mail().subject())
                    .contains("auto-submitted: auto-generated")
                    .doesNotContain(Marked.MARK, number.toLowerCase(Locale.ROOT), "thea", "dr. vos", "sanne mol");
            assertThat(letter.policy()).startsWith("sandbox; default-src 'none'; style-src 'sha256-");
        }
        look();
    }

    private void working(ReferralLife life) {
        ok(life.step(town.sanne, TaskStatus.RECEIVED, Set.of()));
        ok(life.step(town.sanne, TaskStatus.ACCEPTED, Set.of()));
        ok(life.step(town.sanne, TaskStatus.INPROGRESS, Set.of()));
        Answer question = ok(server.post(town.sanne, "", town.ours(Beside.question(life.task(), Marked.MARK))));
        expect(LetterKind.QUESTION, town.practiceMail);
        var answer = town.ours(Beside.answer(question.first(CommunicationRequest.class), Marked.MARK));
        answer.setSender(null).setPartOf(List.of(new Reference(life.reference(Task.class))));
        ok(server.post(town.practice, "", Beside.answering(question.first(Task.class), answer)));
        expect(LetterKind.ANSWER, town.sanneMail);
        created(server.post(
                town.practice,
                "/Communication",
                town.ours(Beside.message(life.task(), Marked.MARK)).setSender(null)));
        expect(LetterKind.MESSAGE, town.sanneMail);
        var interim = town.ours(Messages.interim(life.finalFeedback(town.sanne, life.task()), Marked.MARK));
        created(server.post(town.sanne, "/Communication", interim));
        expect(LetterKind.FEEDBACK, town.practiceMail);
    }

    private void stopping(ReferralLife life) {
        Task request = town.ours(Beside.cancellation(life.task()));
        Task asked = created(server.post(town.practice, "/Task", request)).resource(Task.class);
        expect(LetterKind.STOP_REQUEST, town.sanneMail);
        Task declined = server.read(town.sanne, Beside.reference(asked), Task.class);
        declined.setStatus(TaskStatus.REJECTED)
                .setStatusReason(new org.hl7.fhir.r4.model.CodeableConcept().setText("nee"));
        ok(server.put(town.sanne, declined));
        expect(LetterKind.STOP_DECLINED, town.practiceMail);
        ok(life.change(town.sanne, task -> task.setOwner(new Reference(town.joris))));
        expect(LetterKind.HANDED_OVER, town.jorisMail);
    }

    /** What other modules note, by their clocks. */
    private void waiting(ReferralLife life) {
        String task = life.reference(Task.class);
        note(Event.Kind.REMINDED, task, Map.of("step", "reminder"), town.joris);
        expect(LetterKind.REMINDER, town.jorisMail);
        note(Event.Kind.ESCALATED, task, Map.of("step", "overdue"), town.joris);
        expect(LetterKind.OVERDUE, town.jorisMail);
        note(Event.Kind.ESCALATED, task, Map.of("step", "stand-in"), town.sanne);
        expect(LetterKind.ESCALATED, town.sanneMail);
        note(Event.Kind.MEETING_DUE, town.team, Map.of(), town.sanne, town.practice);
        expect(LetterKind.MEETING, town.practiceMail);
        catcher.await(town.sanneMail, LetterKind.MEETING);
        note(Event.Kind.ABSENCES_OVERLAP, town.team, Map.of(), town.directory.social);
        expect(LetterKind.ALL_AWAY, town.socialMail);
    }

    private void teams() {
        // As the sweep finds it: a coordinator who makes a gap knows of it.
        note(Event.Kind.CHANGED, town.team, Map.of("practice", town.practice, "gap", "true", "gap-before", ""));
        expect(LetterKind.GAP, town.socialMail);
        String practice = town.directory.practice("Huisartsen Leeg");
        town.directory.team(practice, "A", Map.of());
        String gp = town.directory.gp(practice, "Dr. Leeg");
        ReferralLife.begin(server, practice, town.directory.referral(practice, gp));
        expect(LetterKind.UNATTENDED, town.socialMail);
    }

    private void ending(ReferralLife life) {
        ok(server.put(town.practice, life.consent().setStatus(org.hl7.fhir.r4.model.Consent.ConsentState.INACTIVE)));
        expect(LetterKind.CLOSED, town.jorisMail);
        assertThat(catcher.find(
                        town.practiceMail,
                        catcher.await(town.jorisMail, LetterKind.CLOSED).subject()))
                .as("who ended it is not told")
                .isEmpty();
    }

    private void silence() {
        town.losesAddress(town.sanne);
        town.referral();
        expect(LetterKind.UNDELIVERABLE, town.socialMail);
    }

    private void note(Event.Kind kind, String focus, Map<String, String> facts, String... receivers) {
        events.note(List.of(new Event(
                clock.instant(), kind, focus, null, null, new Event.Author("system", ""), facts, List.of(receivers))));
    }

    private void expect(LetterKind kind, String to) {
        Mail mail = catcher.await(to, kind);
        seen.put(kind, new Seen(mail, catcher.source(mail), catcher.html(mail), catcher.policy(mail)));
    }

    private static Answer created(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer;
    }

    private void look() {
        try (Browser browser = Browser.start()) {
            Page desktop = browser.page(Screen.DESKTOP, ColorScheme.LIGHT);
            seen.forEach((kind, letter) -> look(desktop, letter, Mailboxes.code(kind)));
            // All are made of the same: one of them is enough to be looked at in the dark.
            Page phone = browser.page(Screen.PHONE, ColorScheme.DARK);
            look(phone, seen.get(LetterKind.NEW_REFERRAL), "new-referral-phone-dark");
            assertThat(browser.complaints())
                    .as("nothing is kept from running or loading")
                    .isEmpty();
        }
    }

    private void look(Page page, Seen letter, String name) {
        // As it is, for the page of the catcher runs nothing, not even what looks at it.
        page.setContent(letter.html());
        assertThat(Axe.violations(page)).as(name).isEmpty();
        assertThat((boolean)
                        page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
                .as(name)
                .isFalse();
        if (!SCREENS.isEmpty()) {
            page.locator("body").screenshot(new ScreenshotOptions().setPath(Path.of(SCREENS, "mail", name + ".png")));
        }
    }
}
