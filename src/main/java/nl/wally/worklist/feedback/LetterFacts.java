package nl.wally.worklist.feedback;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What is on record of a referral and belongs in a letter to the GP.
 *
 * @param to who referred
 * @param referredOn when
 * @param attempts to reach the person, the oldest first
 * @param progress a code of {@code waw-business-status}; empty when there is none
 * @param agreed what the Wally noted on the referral, the oldest first
 * @param onward where the person was brought to
 * @param from who writes
 */
record LetterFacts(
        String to,
        Optional<LocalDate> referredOn,
        List<Attempt> attempts,
        String progress,
        List<String> agreed,
        List<String> onward,
        String from) {
    LetterFacts {
        attempts = List.copyOf(attempts);
        agreed = List.copyOf(agreed);
        onward = List.copyOf(onward);
    }

    /** @param reached whether the person was spoken to */
    record Attempt(LocalDate on, boolean reached) {}

    /** When the person was first spoken to. */
    Optional<LocalDate> reachedOn() {
        return attempts.stream().filter(Attempt::reached).map(Attempt::on).findFirst();
    }
}
