package nl.wally.people;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import nl.wally.shared.Language;
import nl.wally.shared.Words;

/** How templates say things in the language of the reader. Words of templates are looked up and tested like those of the code. */
class Speech {
    private final Language language;

    Speech(Language language) {
        this.language = language;
    }

    /** The language of the page, as in {@code lang}. */
    public String getCode() {
        return language.code();
    }

    /** Says this in the language of the reader. */
    public String words(String english, Object... arguments) {
        return Words.words(english, arguments).in(language);
    }

    /** Says this in the language of the reader. */
    public String words(Words words) {
        return words.in(language);
    }

    /** A day as people say it, for instance {@code maandag 30 november}; with the year where it is another than that of today. */
    public String day(LocalDate day, LocalDate today) {
        return DateTimeFormatter.ofPattern(
                        day.getYear() == today.getYear() ? "EEEE d MMMM" : "EEEE d MMMM yyyy", locale())
                .format(day);
    }

    /** A moment in full, for instance {@code 30 november 2026, 09:05}. */
    public String moment(ZonedDateTime moment) {
        return DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", locale()).format(moment);
    }

    /** A day of the week, for instance {@code maandag}. */
    public String weekday(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, locale());
    }

    /** What a language is called.
     *
     * @param code as in BCP 47 */
    public String tongue(String code) {
        return Locale.forLanguageTag(code).getDisplayLanguage(locale());
    }

    private Locale locale() {
        return Locale.forLanguageTag(language.code());
    }
}
