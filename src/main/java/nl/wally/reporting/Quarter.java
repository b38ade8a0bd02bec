package nl.wally.reporting;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Three months of a year: over these numbers are made.
 *
 * @param number 1 to 4
 */
record Quarter(int year, int number) implements Comparable<Quarter> {
    private static final Pattern WRITTEN = Pattern.compile("(\\d{4})-Q([1-4])");

    static Quarter of(LocalDate day) {
        return new Quarter(day.getYear(), (day.getMonthValue() + 2) / 3);
    }

    /** As {@link #toString} writes it; empty for anything else. */
    static Optional<Quarter> read(String written) {
        Matcher matcher = WRITTEN.matcher(written);
        return matcher.matches()
                ? Optional.of(new Quarter(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    LocalDate first() {
        return LocalDate.of(year, 3 * number - 2, 1);
    }

    Quarter next() {
        return of(end());
    }

    /** The first day that is not in it any more. */
    LocalDate end() {
        return first().plusMonths(3);
    }

    List<Month> months() {
        return IntStream.range(0, 3)
                .mapToObj(later -> first().plusMonths(later).getMonth())
                .toList();
    }

    @Override
    public int compareTo(Quarter other) {
        return first().compareTo(other.first());
    }

    /** For instance {@code 2026-Q3}: sorted as text it is sorted by time. */
    @Override
    public String toString() {
        return year + "-Q" + number;
    }
}
