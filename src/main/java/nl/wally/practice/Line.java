package nl.wally.practice;

import java.time.LocalDate;
import java.util.List;
import nl.wally.shared.Words;
import org.jspecify.annotations.Nullable;

/**
 * A sent referral in the list, as the page shows it.
 *
 * @param id of its Task
 * @param person whom it is about, in full
 * @param by who of the practice sent it; empty when nobody is named
 * @param says how it stands
 * @param asks what it wants of the practice; empty for nothing
 * @param day the day to know of it; null for none
 * @param about what that day is
 */
record Line(
        String id,
        String number,
        String person,
        String by,
        Words says,
        List<Words> asks,
        boolean urgent,
        boolean late,
        @Nullable LocalDate day,
        Words about) {}
