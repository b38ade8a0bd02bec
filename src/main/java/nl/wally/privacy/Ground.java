package nl.wally.privacy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why something was erased: the grounds of article 17(1) AVG. The codes are those of CodeSystem {@code waw-erasure-ground}. */
enum Ground {
    /** It is no longer needed (a). */
    NOT_NEEDED,
    /** The person no longer consents (b). */
    CONSENT_WITHDRAWN,
    /** The person objects, and nothing weighs heavier (c). */
    OBJECTION,
    /** It should not have been here (d). */
    UNLAWFUL,
    /** A law says so (e). */
    LEGAL_DUTY,
    /** Its time is over; by the server itself, never on request. */
    RETENTION;

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The ground with this code, if somebody may name it. */
    static Optional<Ground> requested(String code) {
        return Arrays.stream(values())
                .filter(ground -> ground != RETENTION)
                .filter(ground -> ground.code().equals(code))
                .findFirst();
    }
}
