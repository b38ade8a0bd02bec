package nl.wally.worklist.casetable;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * By what the people of one referral could be recognised in a text.
 *
 * @param names of the person, of relatives, of who works with them, and of the practice, as they are written
 * @param places streets and towns
 * @param values phone numbers, addresses, numbers that somebody carries, word for word
 * @param born the person's day of birth
 */
record Traces(List<String> names, List<String> places, List<String> values, Optional<LocalDate> born) {
    Traces {
        names = List.copyOf(names);
        places = List.copyOf(places);
        values = List.copyOf(values);
    }
}
