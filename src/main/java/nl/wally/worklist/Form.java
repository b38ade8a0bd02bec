package nl.wally.worklist;

import static nl.wally.shared.Words.words;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import nl.wally.people.Screens;
import nl.wally.shared.RefusedException;
import nl.wally.shared.Words;
import org.jspecify.annotations.Nullable;

/** One of the forms of a page as somebody filled it in, with what is wrong with it: it is shown again just as it was. */
final class Form {
    private static final int UNPROCESSABLE = 422;
    private static final int LAST_YEAR = 9999;

    private final Map<String, String> values = new HashMap<>();
    private final Map<String, Words> wrong = new LinkedHashMap<>();
    private final List<Words> refused = new ArrayList<>();

    /** What the browser sent. */
    static Form sent(HttpServletRequest request) {
        Form form = new Form();
        request.getParameterMap().forEach((name, values) -> form.values.put(name, values[0].strip()));
        return form;
    }

    /** Before anything is filled in; a link to a page fills in nothing. */
    static Form after(@Nullable String done) {
        Form form = new Form();
        form.values.put("done", Objects.requireNonNullElse(done, ""));
        return form;
    }

    /** Which of the forms it is. */
    public String deed() {
        return value("deed");
    }

    /** What stands in a field; empty when nothing does. */
    public String value(String name) {
        return values.getOrDefault(name, "");
    }

    /** What stood in a field of this form; empty when another form was sent. */
    public String kept(String deed, String name) {
        return deed.equals(deed()) ? value(name) : "";
    }

    /** What is wrong with a field of this form; nothing as a rule. */
    public Words wrong(String deed, String name) {
        return deed.equals(deed()) ? wrong.getOrDefault(name, Words.NONE) : Words.NONE;
    }

    /** What is said above the forms. */
    public List<Words> reasons() {
        Stream<Words> marked = wrong.isEmpty()
                ? Stream.of()
                : Stream.of(words("Something is missing or not right. See what is marked."));
        return Stream.concat(refused.stream(), marked).toList();
    }

    boolean isGood() {
        return wrong.isEmpty() && refused.isEmpty();
    }

    /** What the page is answered with. */
    int status() {
        return isGood() ? HttpServletResponse.SC_OK : UNPROCESSABLE;
    }

    void reject(String field, Words why) {
        wrong.putIfAbsent(field, why);
    }

    void refuse(RefusedException reason) {
        refused.addAll(Screens.reasons(reason));
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
