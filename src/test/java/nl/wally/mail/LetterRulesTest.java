package nl.wally.mail;

import static nl.wally.mail.LetterKind.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.wally.mail.LetterRules.Sides;
import nl.wally.notification.Event;
import nl.wally.notification.Event.Author;
import nl.wally.notification.Event.Kind;
import org.junit.jupiter.api.Test;

class LetterRulesTest {
    private static final String SANNE = "PractitionerRole/wally-1";
    private static final String JORIS = "PractitionerRole/wally-2";
    private static final String GP = "PractitionerRole/gp-1";
    private static final String PRACTICE = "Organization/practice-1";
    private static final String SOCIAL = "Organization/social-1";
    private static final Author HIS = new Author("his", PRACTICE);
    private static final Author WALLY = new Author("wally", SANNE);
    private static final Author SERVER = new Author("system", "");

    @Test
    void theWallyHearsOfANewReferral() {
        assertThat(letters(HIS, "Task/1", Map.of("code", "fulfill", "created", "true", "owner", SANNE)))
                .containsExactly(new Letter(NEW_REFERRAL, SANNE, "Task/1"));
    }

    @Test
    void theCoordinatorHearsOfOneThatNobodyIsThereFor() {
        assertThat(letters(HIS, "Task/1", Map.of("code", "fulfill", "created", "true", "unattended", "true")))
                .containsExactly(new Letter(UNATTENDED, SOCIAL, "Task/1"));
        assertThat(letters(HIS, "Task/1", Map.of("code", "fulfill", "unattended", "true", "unattended-before", "")))
                .containsExactly(new Letter(UNATTENDED, SOCIAL, "Task/1"));
        assertThat(letters(HIS, "Task/1", Map.of("code", "fulfill", "unattended", "true")))
                .isEmpty();
    }

    @Test
    void whoIsHandedAReferralHearsOfItAndWhoTookItDoesNot() {
        Map<String, String> handed = Map.of("code", "fulfill", "owner", JORIS, "owner-before", SANNE);
        assertThat(letters(WALLY, "Task/1", handed)).containsExactly(new Letter(HANDED_OVER, JORIS, "Task/1"));
        assertThat(letters(new Author("wally", JORIS), "Task/1", handed)).isEmpty();
    }

    @Test
    void aStepOfTheOwnerIsNoLetter() {
        assertThat(letters(
                        WALLY,
                        "Task/1",
                        Map.of("code", "fulfill", "owner", SANNE, "status", "received", "status-before", "requested")))
                .isEmpty();
    }

    @Test
    void questionAndAnswerGoToTheOtherSide() {
        assertThat(letters(WALLY, "Task/2", Map.of("code", "provide-information", "created", "true")))
                .containsExactly(new Letter(QUESTION, PRACTICE, "Task/2"));
        assertThat(letters(HIS, "Communication/3", Map.of("category", "information-answer", "created", "true")))
                .containsExactly(new Letter(ANSWER, SANNE, "Communication/3"));
        assertThat(letters(HIS, "Communication/3", Map.of("category", "message", "created", "true")))
                .containsExactly(new Letter(MESSAGE, SANNE, "Communication/3"));
        assertThat(letters(WALLY, "Communication/3", Map.of("category", "contact-attempt", "created", "true")))
                .isEmpty();
    }

    @Test
    void aRequestToStopGoesToTheWallyAndItsRefusalToThePractice() {
        assertThat(letters(HIS, "Task/4", Map.of("code", "abort", "created", "true")))
                .containsExactly(new Letter(STOP_REQUEST, SANNE, "Task/4"));
        assertThat(letters(
                        WALLY, "Task/4", Map.of("code", "abort", "status", "rejected", "status-before", "requested")))
                .containsExactly(new Letter(STOP_DECLINED, PRACTICE, "Task/4"));
    }

    @Test
    void feedbackGoesToThePracticeOnce() {
        for (String category : List.of("interim-feedback", "final-feedback")) {
            assertThat(letters(WALLY, "Communication/5", Map.of("category", category, "created", "true")))
                    .containsExactly(new Letter(FEEDBACK, PRACTICE, "Communication/5"));
            // The receipt is an update.
            assertThat(letters(HIS, "Communication/5", Map.of("category", category)))
                    .isEmpty();
        }
    }

    @Test
    void aClosingNoticeGoesToBothSidesButNotToWhoClosed() {
        Map<String, String> notice =
                Map.of("category", "closing-notice", "created", "true", "recipient", PRACTICE + " " + SANNE);
        Letter practice = new Letter(CLOSED, PRACTICE, "Communication/6");
        Letter sanne = new Letter(CLOSED, SANNE, "Communication/6");
        assertThat(letters(SERVER, "Communication/6", notice)).containsExactlyInAnyOrder(practice, sanne);
        assertThat(letters(WALLY, "Communication/6", notice)).containsExactly(practice);
        assertThat(letters(HIS, "Communication/6", notice)).containsExactly(sanne);
        assertThat(letters(new Author("his", GP), "Communication/6", notice)).containsExactly(sanne);
    }

    @Test
    void theCoordinatorHearsOfAGapThatAWallyOfTheSameOrganisationMade() {
        assertThat(letters(WALLY, "CareTeam/7", Map.of("gap", "true", "gap-before", "")))
                .containsExactly(new Letter(GAP, SOCIAL, "CareTeam/7"));
        assertThat(letters(new Author("c", SOCIAL), "CareTeam/7", Map.of("gap", "true", "gap-before", "")))
                .isEmpty();
    }

    @Test
    void whoIsNamedHearsOfTheRest() {
        assertThat(named(Kind.REMINDED, Map.of(), SANNE)).containsExactly(new Letter(REMINDER, SANNE, "Task/1"));
        assertThat(named(Kind.ESCALATED, Map.of("step", "overdue"), SANNE))
                .containsExactly(new Letter(OVERDUE, SANNE, "Task/1"));
        assertThat(named(Kind.ESCALATED, Map.of("step", "stand-in"), JORIS, SOCIAL))
                .containsExactly(new Letter(ESCALATED, JORIS, "Task/1"), new Letter(ESCALATED, SOCIAL, "Task/1"));
        assertThat(named(Kind.MEETING_DUE, Map.of(), PRACTICE, SANNE)).hasSize(2);
        assertThat(named(Kind.ABSENCES_OVERLAP, Map.of(), SOCIAL))
                .containsExactly(new Letter(ALL_AWAY, SOCIAL, "Task/1"));
        assertThat(named(Kind.UNDELIVERABLE, Map.of(), SOCIAL, SOCIAL))
                .containsExactly(new Letter(UNDELIVERABLE, SOCIAL, "Task/1"));
    }

    @Test
    void onlyWhatCannotWaitIsUrgent() {
        assertThat(LetterKind.values())
                .filteredOn(LetterKind::isUrgent)
                .containsExactly(OVERDUE, ESCALATED, UNATTENDED);
    }

    private static List<Letter> letters(Author author, String focus, Map<String, String> facts) {
        return LetterRules.letters(
                new Event(Instant.EPOCH, Kind.CHANGED, focus, "1", null, author, facts, List.of()), sides(author));
    }

    private static List<Letter> named(Kind kind, Map<String, String> facts, String... receivers) {
        return LetterRules.letters(
                new Event(Instant.EPOCH, kind, "Task/1", null, null, SERVER, facts, List.of(receivers)), sides(SERVER));
    }

    private static Sides sides(Author author) {
        boolean practice = Set.of(PRACTICE, GP).contains(author.agent());
        Set<String> authors = author.agent().isEmpty() ? Set.of() : Set.of(practice ? PRACTICE : SOCIAL);
        return new Sides(Optional.of(SANNE), Optional.of(PRACTICE), Optional.of(SOCIAL), authors);
    }
}
