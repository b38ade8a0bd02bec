package nl.wally.shared;

import java.util.Comparator;
import java.util.List;
import java.util.Locale.LanguageRange;
import org.jspecify.annotations.Nullable;

/** The languages in which the server explains itself. */
public enum Language {
    DUTCH("nl"),
    ENGLISH("en");

    private final String code;

    Language(String code) {
        this.code = code;
    }

    /** As in the header {@code Content-Language}. */
    public String code() {
        return code;
    }

    /**
     * The language that a client prefers, by its header {@code Accept-Language} (RFC 9110 section 12.5.4): Dutch for who
     * would rather have Dutch, English for everybody else, whatever the header says.
     */
    public static Language preferred(@Nullable String acceptLanguage) {
        return ranges(acceptLanguage).stream()
                .filter(range -> range.getWeight() > 0)
                .sorted(Comparator.comparingDouble(LanguageRange::getWeight).reversed())
                .map(range -> range.getRange().split("-", 2)[0])
                .filter(range -> range.equals(DUTCH.code) || range.equals(ENGLISH.code) || range.equals("*"))
                .findFirst()
                .filter(DUTCH.code::equals)
                .map(dutch -> DUTCH)
                .orElse(ENGLISH);
    }

    private static List<LanguageRange> ranges(@Nullable String acceptLanguage) {
        if (acceptLanguage == null) {
            return List.of();
        }
        try {
            return LanguageRange.parse(acceptLanguage);
        } catch (IllegalArgumentException unreadable) {
            // A wish that cannot be read is no wish; nothing else of the request depends on it.
            return List.of();
        }
    }
}
