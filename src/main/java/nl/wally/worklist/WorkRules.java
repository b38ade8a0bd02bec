package nl.wally.worklist;

import static nl.wally.shared.Words.words;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import nl.wally.dossier.Deed;
import nl.wally.shared.Problem;

/** What somebody has to fill in for what they do; the server judges the deed itself, and says so too. */
final class WorkRules {
    static final int LONGEST = 2_000;

    private static final String OTHER = "other";

    private WorkRules() {}

    /**
     * Marks in the form what is missing or not right.
     *
     * @param deed what is to be done, as it is offered
     */
    static void judge(Form form, Deed deed, LocalDate today) {
        if (form.value("text").length() > LONGEST) {
            form.reject("text", words("This is too long: {0} characters at most.", LONGEST));
        }
        if (deed.needs(Problem.RESUME_DATE_MISSING)) {
            hold(form, deed.reasons(), today);
        }
        switch (form.deed()) {
            case Deeds.PLAN -> plan(form, today);
            case Deeds.HAND_OVER -> choose(form, "person", deed.options());
            case Deeds.PROGRESS -> choose(form, "progress", deed.options());
            case Deeds.NOTE, Deeds.ADDENDUM, Deeds.QUESTION -> {
                if (form.value("text").isEmpty()) {
                    form.reject("text", words("Write something first."));
                }
            }
            default -> {
                // Nothing to fill in.
            }
        }
    }

    private static void plan(Form form, LocalDate today) {
        if (form.day("day").filter(day -> !day.isBefore(today)).isEmpty()) {
            form.reject("day", words("Choose a day, today or later."));
        }
        try {
            if (!form.value("time").isEmpty()) {
                LocalTime.parse(form.value("time"));
            }
        } catch (DateTimeParseException noTime) {
            form.reject("time", words("This is not a time, for instance 09:00."));
        }
    }

    private static void hold(Form form, List<String> reasons, LocalDate today) {
        choose(form, "reason", reasons);
        if (form.value("reason").equals(OTHER) && form.value("text").isEmpty()) {
            form.reject("text", words("Say which reason."));
        }
        if (form.day("day").filter(day -> day.isAfter(today)).isEmpty()) {
            form.reject("day", words("Choose a day, tomorrow or later."));
        }
    }

    private static void choose(Form form, String field, List<String> options) {
        if (!options.contains(form.value(field))) {
            form.reject(field, words("Choose one of these."));
        }
    }
}
