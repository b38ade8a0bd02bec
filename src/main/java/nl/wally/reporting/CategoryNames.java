package nl.wally.reporting;

import static nl.wally.shared.Words.words;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Map;
import nl.wally.conformance.Canonicals;
import nl.wally.conformance.Concepts;
import nl.wally.reporting.Breakdown.Contact;
import nl.wally.reporting.Breakdown.Ending;
import nl.wally.reporting.Breakdown.Read;
import nl.wally.shared.Language;
import nl.wally.shared.Words;
import org.springframework.stereotype.Component;

/** What categories are called, for people. */
@Component
class CategoryNames {
    private static final Map<String, Words> SAID = Map.ofEntries(
            Map.entry(Contact.REACHED_1, words("Reached within 1 working day")),
            Map.entry(Contact.REACHED_2, words("Reached within 2 working days")),
            Map.entry(Contact.REACHED_5, words("Reached within 3 to 5 working days")),
            Map.entry(Contact.REACHED_10, words("Reached within 6 to 10 working days, first attempt within 5")),
            Map.entry(Contact.REACHED_LATER, words("Reached after 10 working days, first attempt within 5")),
            Map.entry(Contact.NOT_REACHED, words("Not reached, first attempt within 5 working days")),
            Map.entry(Contact.REACHED_10_LATE, words("Reached within 6 to 10 working days, first attempt after 5")),
            Map.entry(Contact.REACHED_LATER_LATE, words("Reached after 10 working days, first attempt after 5")),
            Map.entry(Contact.NOT_REACHED_LATE, words("Not reached, first attempt after 5 working days")),
            Map.entry(Contact.NOT_TRIED, words("No contact attempt recorded")),
            Map.entry(Ending.COMPLETED, words("Completed, with feedback to the GP")),
            Map.entry(Ending.STOPPED, words("Ended without help")),
            Map.entry(Ending.OPEN, words("Still open at the count")),
            Map.entry("weeks-2", words("Within 2 weeks")),
            Map.entry("weeks-4", words("Within 3 to 4 weeks")),
            Map.entry("weeks-8", words("Within 5 to 8 weeks")),
            Map.entry("weeks-13", words("Within 9 to 13 weeks")),
            Map.entry("weeks-more", words("After more than 13 weeks")),
            Map.entry(Read.CONFIRMED, words("Read, and confirmed by the practice")),
            Map.entry(Read.FETCHED, words("Received, reading not confirmed")),
            Map.entry(Read.WAITING, words("Not received yet")),
            Map.entry("rejected", words("Rejected by the Wally")),
            Map.entry("failed", words("Stopped on the way")),
            Map.entry("cancelled", words("Withdrawn")),
            Map.entry(CountingRules.NO_AREA, words("No area of life named")));

    /** What municipalities call it in their own counts. */
    private static final Map<Breakdown, String> MUNICIPAL = Map.of(
            Breakdown.PRACTICE, "aanmelder",
            Breakdown.AREA, "hulpvraag",
            Breakdown.OUTCOME, "vervolg",
            Breakdown.ENDING, "status traject",
            Breakdown.STOPPED, "reden afsluiting",
            Breakdown.MONTH, "maand aanmelding",
            Breakdown.CONTACT, "wachttijd",
            Breakdown.FEEDBACK, "doorlooptijd",
            Breakdown.READING, "terugkoppeling");

    private final Concepts concepts;

    CategoryNames(Concepts concepts) {
        this.concepts = concepts;
    }

    /** The name of a category of this breakdown; that of a practice is the category itself. */
    String of(Breakdown breakdown, String category, Language language) {
        return switch (breakdown) {
            case MONTH ->
                Month.of(Integer.parseInt(category))
                        .getDisplayName(TextStyle.FULL, Locale.forLanguageTag(language.code()));
            case PRACTICE -> category;
            case OUTCOME -> coded(Canonicals.SYSTEM_OUTCOME, category, language);
            case AREA -> coded(Canonicals.SYSTEM_LIFE_AREA, category, language);
            default -> said(category, language);
        };
    }

    /** In the words of a municipality; always Dutch. */
    String municipal(Breakdown breakdown) {
        return MUNICIPAL.getOrDefault(breakdown, "");
    }

    private String coded(String system, String code, Language language) {
        return concepts.called(system, code, language).orElseGet(() -> said(code, language));
    }

    private static String said(String category, Language language) {
        return SAID.containsKey(category) ? SAID.get(category).in(language) : category;
    }
}
