package nl.wally.ops.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The settings as {@code application.yaml} explains them: each key, also one that stands there as a comment because it has no
 * default, with the comment above it.
 */
final class ExplainedSettings {
    private static final Path FILE = Path.of("src/main/resources/application.yaml");

    /** A key, with or without the sign of a comment before it. Prose has a space before its first colon. */
    private static final Pattern KEY = Pattern.compile("( *)(# {1,5})?([a-zA-Z][\\w.-]*):(?: (.*))?");

    /** A setting of Boot's that is named in passing, whole. */
    private static final Pattern ELSEWHERE = Pattern.compile("(spring|server|management|logging)\\.");

    private static final Pattern ITEM = Pattern.compile(" *(?:# +)?- (.*)");

    private final List<Explained> found = new ArrayList<>();
    private final Deque<Level> above = new ArrayDeque<>();
    private final List<String> comment = new ArrayList<>();

    private ExplainedSettings() {}

    /** In the order of the file; one that only holds others has an empty value. */
    static List<Explained> all() throws IOException {
        var reading = new ExplainedSettings();
        Files.readAllLines(FILE).forEach(reading::read);
        return List.copyOf(reading.found);
    }

    private void read(String line) {
        Matcher key = KEY.matcher(line);
        Matcher item = ITEM.matcher(line);
        if (item.matches()) {
            add(item.group(1));
        } else if (key.matches()) {
            key(key);
        } else if (line.isBlank()) {
            comment.clear();
        } else {
            comment.add(line.strip().replaceFirst("# ?", ""));
        }
    }

    private void key(Matcher line) {
        boolean offered = line.group(2) != null;
        int depth = line.group(1).length() + (offered ? line.group(2).length() - 2 : 0);
        while (!above.isEmpty() && above.peek().depth() >= depth) {
            above.pop();
        }
        String prefix = above.isEmpty() ? "" : above.peek().key() + ".";
        String name = line.group(3);
        String key = ELSEWHERE.matcher(name).lookingAt() ? name : prefix + name;
        above.push(new Level(depth, key));
        String value = line.group(4) == null ? "" : line.group(4).strip().replaceAll("^\"|\"$", "");
        found.add(new Explained(key, value, offered, comment.stream().collect(Collectors.joining(" "))));
        comment.clear();
    }

    private void add(String item) {
        int last = found.size() - 1;
        Explained list = found.get(last);
        String value = list.value().isEmpty() ? item : list.value() + ", " + item;
        found.set(last, new Explained(list.key(), value, list.offered(), list.meaning()));
    }

    private record Level(int depth, String key) {}

    /**
     * What the file says of a setting.
     *
     * @param offered whether it stands there as a comment, with an example for a value
     * @param meaning the comment above it; empty when there is none
     */
    record Explained(String key, String value, boolean offered, String meaning) {}
}
