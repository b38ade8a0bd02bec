package nl.wally.worklist.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.wally.worklist.feedback.LetterFacts.Attempt;
import nl.wally.worklist.feedback.LetterRules.Wish;
import org.junit.jupiter.api.Test;

class LetterRulesTest {
    private static final LocalDate MARCH_2 = LocalDate.of(2026, 3, 2);
    private static final LocalDate MARCH_4 = LocalDate.of(2026, 3, 4);

    @Test
    void growsFromWhatWasRecorded() {
        var facts = new LetterFacts(
                "dokter Van Dijk",
                Optional.of(MARCH_2),
                List.of(new Attempt(MARCH_2, false), new Attempt(MARCH_4, true)),
                "support-running",
                List.of("Samen naar de schuldhulp. "),
                List.of("Schuldhulp Deventer"),
                "Sanne");

        assertThat(LetterRules.write(facts)).isEqualTo("""
                Beste dokter Van Dijk,

                Op 2 maart verwees u uw patiënt naar mij. Op 4 maart sprak ik met uw patiënt. Ik help uw patiënt op dit moment.

                Dit hebben wij afgesproken:
                - Samen naar de schuldhulp.

                Ik heb uw patiënt in contact gebracht met:
                - Schuldhulp Deventer

                U hoeft nu niets te doen.

                Met vriendelijke groet,
                Sanne""");
        assertThat(LetterRules.missing(LetterRules.write(facts))).isEmpty();
    }

    @Test
    void leavesAGapWhereOnlyTheWriterKnowsAndIsNotSentWithIt() {
        String letter = LetterRules.write(facts(List.of()));

        assertThat(letter)
                .contains("Dit hebben wij afgesproken:\n- " + LetterRules.GAP)
                .doesNotContain("sprak ik");
        assertThat(LetterRules.missing(letter)).isPresent();
        assertThat(LetterRules.missing(" \n ")).isPresent();
    }

    @Test
    void saysHowOftenSomebodyWasNotReached() {
        assertThat(LetterRules.write(facts(List.of(new Attempt(MARCH_2, false)))))
                .contains("Ik probeerde uw patiënt op 2 maart te bereiken. Dat lukte niet.");
        assertThat(LetterRules.write(facts(List.of(new Attempt(MARCH_2, false), new Attempt(MARCH_4, false)))))
                .contains("Ik probeerde uw patiënt 2 keer te bereiken, voor het laatst op 4 maart. Dat lukte niet.");
    }

    /** W-6: only that there was contact, and what the GP must do. */
    @Test
    void withoutPermissionThereIsNothingOfWhatWasRecorded() {
        var facts = new LetterFacts(
                "dokter Van Dijk",
                Optional.of(MARCH_2),
                List.of(new Attempt(MARCH_4, true)),
                "support-running",
                List.of("Samen naar de schuldhulp."),
                List.of("Schuldhulp Deventer"),
                "Sanne");

        assertThat(LetterRules.withoutContent(facts, Wish.CALL)).isEqualTo("""
                Beste dokter Van Dijk,

                Ik heb contact gehad met uw patiënt. Uw patiënt wil liever niet dat ik u de inhoud vertel.

                Wilt u zelf contact opnemen met uw patiënt?

                Met vriendelijke groet,
                Sanne""");
        assertThat(LetterRules.withoutContent(facts(List.of()), Wish.of("anders")))
                .contains("Ik heb geen contact gehad met uw patiënt.", "U hoeft nu niets te doen.");
    }

    private static LetterFacts facts(List<Attempt> attempts) {
        return new LetterFacts("dokter Van Dijk", Optional.empty(), attempts, "", List.of(), List.of(), "Sanne");
    }
}
