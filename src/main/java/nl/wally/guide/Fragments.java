package nl.wally.guide;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The generated parts that pages include, by name: {@code waw-states-diagram.html} and so on. */
final class Fragments {
    private final Map<String, Function<Language, String>> parts = new LinkedHashMap<>();

    Fragments add(String name, Function<Language, String> part) {
        parts.put(name, part);
        return this;
    }

    Set<String> names() {
        return parts.keySet();
    }

    /**
     * One fragment, without blank lines: in Markdown a blank line ends a block of HTML.
     *
     * @throws IllegalArgumentException when a page includes what does not exist
     */
    String html(String name, Language language) {
        Function<Language, String> part = parts.get(name);
        if (part == null) {
            throw new IllegalArgumentException("No fragment is called " + name + "; there are " + parts.keySet());
        }
        return part.apply(language).replaceAll("\\n\\s*\\n", "\n");
    }
}
