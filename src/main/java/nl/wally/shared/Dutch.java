package nl.wally.shared;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The Dutch of every {@link Words}: pairs of {@code msgid} and {@code msgstr}, one line each, in the format of GNU gettext,
 * which translators have programs for.
 */
final class Dutch {
    private static final String CATALOGUE = "/words/nl.po";
    private static final Map<String, String> TEXTS = read();

    private Dutch() {}

    static Optional<String> of(String english) {
        return Optional.ofNullable(TEXTS.get(english));
    }

    /** Everything that it has the Dutch of. */
    static Set<String> english() {
        return TEXTS.keySet();
    }

    private static Map<String, String> read() {
        InputStream file = Objects.requireNonNull(Dutch.class.getResourceAsStream(CATALOGUE), CATALOGUE);
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            Map<String, String> texts = new HashMap<>();
            String id = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("msgid ")) {
                    id = unquoted(line);
                } else if (line.startsWith("msgstr ")) {
                    texts.put(id, unquoted(line));
                }
            }
            return texts;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String unquoted(String line) {
        return line.substring(line.indexOf('"') + 1, line.lastIndexOf('"'))
                .replace("\\\"", "\"")
                .replace("\\\\", "\\");
    }
}
