package nl.wally.worklist;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import nl.wally.people.FilledForm;
import nl.wally.shared.Words;
import org.jspecify.annotations.Nullable;

/** One of the forms of a page as somebody filled it in, with what is wrong with it: it is shown again just as it was. */
final class Form extends FilledForm {
    private static final int LAST_YEAR = 9999;

    private Form() {}

    private Form(HttpServletRequest request) {
        super(request);
    }

    /** What the browser sent. */
    static Form sent(HttpServletRequest request) {
        return new Form(request);
    }

    /** Before anything is filled in; a link to a page fills in nothing. */
    static Form after(@Nullable String done) {
        Form form = new Form();
        form.fill("done", Objects.requireNonNullElse(done, ""));
        return form;
    }

    /** Which of the forms it is. */
    public String deed() {
        return value("deed");
    }

    /** What stood in a field of this form; empty when another form was sent. */
    public String kept(String deed, String name) {
        return deed.equals(deed()) ? value(name) : "";
    }

    /** What is wrong with a field of this form; nothing as a rule. */
    public Words wrong(String deed, String name) {
        return deed.equals(deed()) ? wrong(name) : Words.NONE;
    }

    /** What the page is answered with. */
    int status() {
        return isGood() ? HttpServletResponse.SC_OK : UNPROCESSABLE;
    }

    /** The day in a field; empty when there is none. FHIR has no years of five digits. */
    Optional<LocalDate> day(String field) {
        try {
            return Optional.of(LocalDate.parse(value(field))).filter(day -> day.getYear() <= LAST_YEAR);
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }
}
