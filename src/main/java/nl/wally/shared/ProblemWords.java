package nl.wally.shared;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

/** What each {@link Problem} is called, what causes it and what to do about it. */
final class ProblemWords {
    private static final String FILE = "/words/problems.properties";
    private static final Properties TEXTS = read();

    private ProblemWords() {}

    static Words title(Problem problem) {
        return text(problem, "title");
    }

    static Words cause(Problem problem) {
        return text(problem, "cause");
    }

    static Words remedy(Problem problem) {
        return text(problem, "remedy");
    }

    private static Words text(Problem problem, String part) {
        String key = problem.code() + "." + part;
        return new Words(Objects.requireNonNull(TEXTS.getProperty(key), key), List.of());
    }

    private static Properties read() {
        try (var file = new InputStreamReader(
                Objects.requireNonNull(ProblemWords.class.getResourceAsStream(FILE), FILE), StandardCharsets.UTF_8)) {
            var texts = new Properties();
            texts.load(file);
            return texts;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
