package nl.wally.worklist.casetable;

import static nl.wally.shared.Words.words;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Date;
import java.util.Optional;
import nl.wally.shared.Words;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;

/**
 * What the person said of being discussed, without a name, at a case table. It is a remark on the Task, which says who wrote
 * it and when, and which nobody can take away again; the last one holds.
 */
public final class CaseConsent {
    private static final String GIVEN = "Akkoord met anonieme bespreking op een overlegtafel, gegeven op ";
    private static final String ENDED = "Niet meer akkoord met anonieme bespreking op een overlegtafel.";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d-M-uuuu");
    private static final int LONGEST_AGO_YEARS = 1;

    private CaseConsent() {}

    /** Whether a remark is about this, and nothing else. */
    public static boolean isIn(Annotation note) {
        String text = note.getTextElement().getValueNotNull();
        return text.startsWith(GIVEN) || text.equals(ENDED);
    }

    /** Since when the person agrees; empty when not, or not any more. */
    static Optional<LocalDate> since(Task task) {
        return task.getNote().stream()
                .filter(CaseConsent::isIn)
                .map(Annotation::getText)
                .reduce((first, last) -> last)
                .flatMap(CaseConsent::day);
    }

    /** What is wrong with this day; empty when nothing is. */
    static Words fault(boolean ticked, Optional<LocalDate> day, LocalDate today) {
        if (!ticked) {
            return words("Tick this only when the person agrees. Without that there is no case table.");
        }
        if (day.isEmpty()) {
            return words("On which day did the person agree?");
        }
        boolean fits = !day.get().isAfter(today) && !day.get().isBefore(today.minusYears(LONGEST_AGO_YEARS));
        return fits ? Words.NONE : words("This day is in the future, or more than a year ago.");
    }

    static Task given(Task task, LocalDate day, StringType author, Instant now) {
        return task.addNote(note(GIVEN + DAY.format(day) + ".", author, now));
    }

    static Task ended(Task task, StringType author, Instant now) {
        return task.addNote(note(ENDED, author, now));
    }

    private static Annotation note(String text, StringType author, Instant now) {
        return new Annotation().setAuthor(author).setTime(Date.from(now)).setText(text);
    }

    private static Optional<LocalDate> day(String text) {
        if (!text.startsWith(GIVEN)) {
            return Optional.empty();
        }
        try {
            String day = text.substring(GIVEN.length());
            return Optional.of(LocalDate.parse(day.endsWith(".") ? day.substring(0, day.length() - 1) : day, DAY));
        } catch (DateTimeParseException other) {
            return Optional.empty();
        }
    }
}
