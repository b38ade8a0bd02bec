package nl.wally.mail;

import java.util.Set;
import java.util.TreeSet;

/**
 * When somebody wants letters, and in which language.
 *
 * @param hours of a digest, on working days, from 0 to 23; at least one when {@code moments} is {@link Moments#DIGEST}
 */
record Choice(Moments moments, Set<Integer> hours, Tongue tongue) {
    /** Of who has chosen nothing: nobody waits in silence. */
    static final Choice DEFAULT = new Choice(Moments.AT_ONCE, Set.of(), Tongue.BOTH);

    Choice {
        hours = java.util.Collections.unmodifiableSet(new TreeSet<>(hours));
        if (hours.stream().anyMatch(hour -> hour < 0 || hour > 23) || moments == Moments.DIGEST && hours.isEmpty()) {
            throw new IllegalArgumentException("a digest has hours of a day");
        }
    }

    /** When. */
    enum Moments {
        AT_ONCE,
        /** All that waits in one e-mail, at set hours of working days. */
        DIGEST,
        /** Only what cannot wait ({@link LetterKind#isUrgent}). */
        OFF
    }
}
