package nl.wally.reporting;

import static nl.wally.shared.Words.words;

import java.util.List;
import java.util.Optional;
import nl.wally.shared.Words;

/**
 * By what the referrals of a quarter are divided. Each referral is in exactly one category of each, and what it is in one says
 * nothing for certain of what it is in another one. Where it would (who is completed has an outcome), only those are divided
 * of whom the former is the same.
 */
enum Breakdown {
    MONTH(words("Month of the referral"), ""),
    PRACTICE(words("Practice"), ""),
    AREA(words("Area of life"), ""),
    CONTACT(words("First contact"), ""),
    ENDING(words("How it stands"), ""),
    OUTCOME(words("Outcome for the person"), Ending.COMPLETED),
    FEEDBACK(words("Time until the final feedback"), Ending.COMPLETED),
    READING(words("Feedback read by the practice"), Ending.COMPLETED),
    STOPPED(words("Ended without help"), Ending.STOPPED);

    private final Words title;
    private final String of;

    /** @param of the category of {@link #ENDING} that is divided; empty: all */
    Breakdown(Words title, String of) {
        this.title = title;
        this.of = of;
    }

    Words title() {
        return title;
    }

    /** The one category of {@link #ENDING} of which it is a part. */
    Optional<String> within() {
        return of.isEmpty() ? Optional.empty() : Optional.of(of);
    }

    /** How far a referral is. */
    static final class Ending {
        static final String COMPLETED = "completed";
        static final String STOPPED = "stopped";
        static final String OPEN = "open";
        static final List<String> ALL = List.of(COMPLETED, STOPPED, OPEN);

        private Ending() {}
    }

    /**
     * When the person was reached, and when the Wally first tried, in working days. In this order the attempts within five
     * working days stand together.
     */
    static final class Contact {
        static final String REACHED_1 = "reached-1";
        static final String REACHED_2 = "reached-2";
        static final String REACHED_5 = "reached-5";
        static final String REACHED_10 = "reached-10";
        static final String REACHED_LATER = "reached-later";
        static final String NOT_REACHED = "not-reached";
        static final String REACHED_10_LATE = "reached-10-late";
        static final String REACHED_LATER_LATE = "reached-later-late";
        static final String NOT_REACHED_LATE = "not-reached-late";
        static final String NOT_TRIED = "not-tried";
        static final List<String> ALL = List.of(
                REACHED_1,
                REACHED_2,
                REACHED_5,
                REACHED_10,
                REACHED_LATER,
                NOT_REACHED,
                REACHED_10_LATE,
                REACHED_LATER_LATE,
                NOT_REACHED_LATE,
                NOT_TRIED);

        private Contact() {}
    }

    /** Weeks from the referral to the final feedback. */
    static final class Weeks {
        static final List<String> ALL = List.of("weeks-2", "weeks-4", "weeks-8", "weeks-13", "weeks-more");

        private Weeks() {}
    }

    /** What the practice did with the final feedback. */
    static final class Read {
        static final String CONFIRMED = "confirmed";
        static final String FETCHED = "fetched";
        static final String WAITING = "waiting";
        static final List<String> ALL = List.of(CONFIRMED, FETCHED, WAITING);

        private Read() {}
    }
}
