package nl.wally.coordination;

import static nl.wally.shared.Words.words;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import nl.wally.fhir.InHouse;
import nl.wally.people.FilledForm;
import nl.wally.people.Screens;
import nl.wally.shared.Problem;
import nl.wally.shared.Refusal;
import nl.wally.shared.RefusedException;
import nl.wally.shared.Words;
import org.hl7.fhir.r4.model.Resource;

/** A form as somebody filled it in, with what is wrong with it: it is shown again just as it was. */
final class Form extends FilledForm {
    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_TEXT = 2_000;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    private int status = HttpServletResponse.SC_OK;

    /** Before anything is filled in. */
    Form() {}

    private Form(HttpServletRequest request) {
        super(request);
    }

    /** What the browser sent. */
    static Form sent(HttpServletRequest request) {
        return new Form(request);
    }

    /** The same with this in a field; nothing takes it out. */
    Form with(String name, String value) {
        fill(name, value);
        return this;
    }

    /** What somebody confirms who has been told what comes of it: these very values, and no others. */
    String confirmed(String... fields) {
        return Arrays.stream(fields).map(this::value).collect(Collectors.joining("/"));
    }

    /** Whether they were told already. */
    boolean isConfirmed(String... fields) {
        return value("known").equals(confirmed(fields));
    }

    /** Sends what was filled in, if it is good; empty when it is not, or the server refuses it, which is told above the form. */
    <T> Optional<T> send(Supplier<T> sending) {
        if (!isGood()) {
            return Optional.empty();
        }
        try {
            return Optional.of(sending.get());
        } catch (RefusedException refusal) {
            refuse(refusal);
            return Optional.empty();
        }
    }

    /** Whether this went through as an update of the version that the person has seen. */
    boolean update(InHouse house, Resource changed) {
        changed.getMeta().setVersionId(value("version"));
        return send(() -> house.update(changed)).isPresent();
    }

    /** What the page is answered with. */
    int status() {
        return status;
    }

    @Override
    public void reject(String field, Words why) {
        super.reject(field, why);
        status = Math.max(status, UNPROCESSABLE);
    }

    /** What the server refuses is told above the form; of a rule of the method in its own words. */
    @Override
    public void refuse(RefusedException reason) {
        for (Refusal refusal : reason.refusals()) {
            List<Words> plain = Screens.reasons(new RefusedException(List.of(refusal)));
            boolean own = refusal.problem() == Problem.PROFILE_VIOLATION;
            say(own ? List.of(refusal.explanation()) : plain);
        }
        status = reason.refusals().get(0).problem() == Problem.VERSION_STALE
                ? HttpServletResponse.SC_CONFLICT
                : UNPROCESSABLE;
    }

    /** One line that has to be there. */
    String line(String field) {
        if (value(field).isEmpty()) {
            reject(field, words("Fill this in."));
        }
        return optionalLine(field);
    }

    String optionalLine(String field) {
        return within(field, LONGEST_LINE);
    }

    String text(String field) {
        return within(field, LONGEST_TEXT);
    }

    /** A day that has to be there. */
    Optional<LocalDate> day(String field) {
        if (value(field).isEmpty()) {
            reject(field, words("Choose a day."));
            return Optional.empty();
        }
        return optionalDay(field);
    }

    Optional<LocalDate> optionalDay(String field) {
        return value(field).isEmpty() ? Optional.empty() : read(field, Form::plainDay, words("This is not a day."));
    }

    Optional<LocalTime> time(String field) {
        return read(
                field,
                text -> LocalTime.parse(text).truncatedTo(ChronoUnit.MINUTES),
                words("This is not a time, for instance 09:00."));
    }

    /** A number of days that has to be there, from 1 to 60. */
    int days(String field) {
        String text = value(field);
        boolean right = text.matches("\\d{1,2}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= 60;
        if (!right) {
            reject(field, words("Fill in a number from 1 to 60."));
        }
        return right ? Integer.parseInt(text) : 1;
    }

    private String within(String field, int longest) {
        if (value(field).length() > longest) {
            reject(field, words("This is too long: {0} characters at most.", longest));
        }
        return value(field);
    }

    /** Four figures for the year, as the field of a browser has it: what is stored knows no other years. */
    private static LocalDate plainDay(String text) {
        LocalDate day = LocalDate.parse(text);
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw new DateTimeException("Not of our time");
        }
        return day;
    }

    private <T> Optional<T> read(String field, java.util.function.Function<String, T> reading, Words why) {
        try {
            return Optional.of(reading.apply(value(field)));
        } catch (DateTimeException unreadable) {
            reject(field, why);
            return Optional.empty();
        }
    }
}
