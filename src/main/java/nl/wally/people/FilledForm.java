package nl.wally.people;

import static nl.wally.shared.Words.words;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.wally.shared.RefusedException;
import nl.wally.shared.Words;

/** A form as somebody filled it in, with what is wrong with it: it is shown again just as it was. */
public abstract class FilledForm {
    /** Understood, and not done because of what it says. */
    protected static final int UNPROCESSABLE = 422;

    private final Map<String, List<String>> values = new HashMap<>();
    private final Map<String, Words> wrong = new LinkedHashMap<>();
    private final List<Words> refused = new ArrayList<>();

    /** Before anything is filled in. */
    protected FilledForm() {}

    /** What the browser sent. */
    protected FilledForm(HttpServletRequest request) {
        request.getParameterMap()
                .forEach((name, sent) ->
                        values.put(name, Arrays.stream(sent).map(String::strip).toList()));
    }

    /** Fills this in; nothing takes out what is there. */
    protected final void fill(String name, String value) {
        values.put(name, value.isEmpty() ? List.of() : List.of(value));
    }

    /** What stands in a field; empty when nothing does. */
    public final String value(String name) {
        return values.getOrDefault(name, List.of()).stream().findFirst().orElse("");
    }

    /** Whether a box is ticked, or a choice made. */
    public final boolean has(String name, String value) {
        return values.getOrDefault(name, List.of()).contains(value);
    }

    /** What is wrong with a field; nothing as a rule. */
    public final Words wrong(String name) {
        return wrong.getOrDefault(name, Words.NONE);
    }

    /** What is said above the form. */
    public final List<Words> reasons() {
        Stream<Words> marked = wrong.isEmpty()
                ? Stream.of()
                : Stream.of(words("Something is missing or not right. See what is marked."));
        return Stream.concat(refused.stream(), marked).toList();
    }

    /** Whether it may go on as far as is known. */
    public final boolean isGood() {
        return wrong.isEmpty() && refused.isEmpty();
    }

    /** This field is not right; what was said of it first counts. */
    public void reject(String field, Words why) {
        wrong.putIfAbsent(field, why);
    }

    /** What the server refuses is told above the form. */
    public void refuse(RefusedException reason) {
        say(Screens.reasons(reason));
    }

    protected final void say(List<Words> reasons) {
        refused.addAll(reasons);
    }
}
