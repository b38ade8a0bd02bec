package nl.wally.practice;

import static nl.wally.shared.Words.words;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.Codes;
import nl.wally.shared.Words;
import org.hl7.fhir.r4.model.Communication;

/** What of all that was written to a practice still asks to be read. */
final class NewsRules {
    /** What a system fetched but nobody confirmed may have been read there: after a while it is no news any more. */
    private static final Duration FETCHED = Duration.ofDays(30);

    /** Why a referral ended when the practice itself ended it. */
    private static final Set<String> OWN_DOING = Set.of("withdrawn-by-gp", "replaced", "test");

    private NewsRules() {}

    /** What is to be read, in words for a tag; empty when it is no news. */
    static Optional<Words> news(Communication said, Instant now) {
        if (said.hasExtension(Canonicals.EXTENSION_READ) || isLongFetched(said, now)) {
            return Optional.empty();
        }
        if (is(said, "interim-feedback") || is(said, "final-feedback")) {
            return Optional.of(words("Feedback to read"));
        }
        boolean own = said.getReasonCode().stream()
                .flatMap(reason -> Codes.of(reason, Canonicals.SYSTEM_STATUS_REASON).stream())
                .anyMatch(OWN_DOING::contains);
        return is(said, "closing-notice") && !own ? Optional.of(words("Ended without feedback")) : Optional.empty();
    }

    static boolean is(Communication said, String category) {
        return Codes.anyHas(said.getCategory(), Canonicals.SYSTEM_COMMUNICATION_CATEGORY, category);
    }

    private static boolean isLongFetched(Communication said, Instant now) {
        return said.hasReceived() && said.getReceived().toInstant().isBefore(now.minus(FETCHED));
    }
}
