package nl.wally.reporting;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is counted of one referral. Nothing in it says who the person is, and nobody but the server ever sees one.
 *
 * @param task its random id
 * @param received the day on which the server received it
 * @param organization whose coordinator looks after it, for instance {@code Organization/social-1}
 * @param area the area of life that it names first; null when it names none
 * @param outcome of waw-outcome; null as long as there is none
 * @param tried the day of the first contact attempt (W-3)
 * @param reached the day of the first attempt that reached the person
 * @param feedback the day of the final feedback (W-6)
 * @param fetched whether the practice has got that
 * @param confirmed whether somebody there says to have read it
 */
record Fact(
        UUID task,
        LocalDate received,
        String organization,
        String practice,
        @Nullable String area,
        String status,
        @Nullable String outcome,
        @Nullable LocalDate tried,
        @Nullable LocalDate reached,
        @Nullable LocalDate feedback,
        boolean fetched,
        boolean confirmed) {}
