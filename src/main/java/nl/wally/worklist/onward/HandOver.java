package nl.wally.worklist.onward;

import static nl.wally.shared.Words.words;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import nl.wally.shared.Words;

/** How a person came from the Wally to an offer. */
enum HandOver {
    ALONG(words("I went along"), "meegegaan"),
    ANNOUNCED(words("I announced the person there"), "aangekondigd"),
    ALONE(words("The person goes alone"), "gaat zelf");

    private final Words says;
    private final String dutch;

    HandOver(Words says, String dutch) {
        this.says = says;
        this.dutch = dutch;
    }

    static Optional<HandOver> of(String code) {
        for (HandOver one : values()) {
            if (one.code().equals(code)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    /** As in a form. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Words says() {
        return says;
    }

    /**
     * The remark that is kept of it, in Dutch as all that is written on a referral here.
     *
     * @param to where the person went
     * @param on which day; empty when nobody said
     * @param with whom it was agreed; empty when nobody said
     */
    String remark(String to, Optional<LocalDate> on, String with) {
        return "Overdracht naar " + to + ": " + dutch
                + on.map(day -> " op %d-%d-%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear()))
                        .orElse("")
                + (with.isEmpty() ? "" : ", afgesproken met " + with)
                + ".";
    }
}
