package nl.wally.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.wally.people.Templates;
import org.junit.jupiter.api.Test;

class LetterWriterTest {
    private static final Links LINKS = new Links(() -> "https://wally.example");

    private final LetterWriter writer = new LetterWriter(new Templates(), LINKS, false);

    @Test
    void saysInBothLanguagesThatSomethingWaitsAndWhere() {
        Written written = writer.write(List.of(letter(LetterKind.NEW_REFERRAL, "Task/4711")), Tongue.BOTH);

        assertThat(written.subject()).isEqualTo("Er staat een nieuwe verwijzing voor u klaar");
        assertThat(written.text())
                .contains(
                        "Er staat een nieuwe verwijzing voor u klaar.",
                        "A new referral is waiting for you.",
                        "https://wally.example/waiting/Task/4711\n",
                        "https://wally.example/notifications",
                        "Antwoord niet op deze e-mail");
        assertThat(written.html())
                .contains("lang=\"nl\"", "lang=\"en\"", "href=\"https://wally.example/waiting/Task/4711\"")
                .doesNotContain("<img", "<script", "url(", "@import", "src=", "th:text", "style=");
    }

    @Test
    void aDigestNamesEachThing() {
        Written written = writer.write(
                List.of(letter(LetterKind.FEEDBACK, "Communication/1"), letter(LetterKind.MEETING, "Appointment/2")),
                Tongue.ENGLISH);

        assertThat(written.subject()).isEqualTo("2 things are waiting for you");
        assertThat(written.text())
                .contains(
                        "- Feedback on a referral is waiting for you\n  https://wally.example/waiting/Communication/1\n",
                        "- It is time for the quarterly meeting of practice and Wally\n  https://wally.example/waiting/Appointment/2\n")
                .doesNotContain("klaar");
        assertThat(written.html()).contains("<li>").doesNotContain("klaar");
    }

    @Test
    void doesNotAskForSilenceWhereSomebodyReadsAnswers() {
        Written written = new LetterWriter(new Templates(), LINKS, true)
                .write(List.of(letter(LetterKind.GAP, "CareTeam/1")), Tongue.DUTCH);
        assertThat(written.text() + written.html()).doesNotContain("Antwoord niet");
    }

    private static Letter letter(LetterKind kind, String about) {
        return new Letter(kind, "PractitionerRole/wally-1", about);
    }
}
