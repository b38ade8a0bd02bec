package nl.wally.guide;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Titles and descriptions of the examples, from their FSH sources: FHIR has no place for them in the examples. */
final class ExampleWords {
    private static final Pattern INSTANCE =
            Pattern.compile("(?m)^Instance:\\s*(\\S+)\\s*$([\\s\\S]*?)(?=^Instance:|\\z)");
    private static final Pattern TITLE = Pattern.compile("(?m)^Title:\\s*\"(.*)\"\\s*$");
    private static final Pattern DESCRIPTION = Pattern.compile("(?m)^Description:\\s*\"(.*)\"\\s*$");
    private static final Pattern ID = Pattern.compile("(?m)^\\* id = \"(.*)\"\\s*$");
    private static final Pattern WORDS = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    private final Map<String, String> titles = new HashMap<>();
    private final Map<String, String> descriptions = new HashMap<>();

    ExampleWords(Sources sources) {
        for (String text : sources.texts("fsh/**/*.fsh")) {
            Matcher instance = INSTANCE.matcher(text);
            while (instance.find()) {
                String body = instance.group(2);
                String id = first(ID, body, instance.group(1));
                titles.put(id, first(TITLE, body, ""));
                descriptions.put(id, first(DESCRIPTION, body, ""));
            }
        }
    }

    /** The title of an example; its id in words where it has none. */
    String title(String id) {
        String title = titles.getOrDefault(id, "");
        return title.isEmpty() ? WORDS.matcher(id).replaceAll(" ") : title;
    }

    String description(String id) {
        return descriptions.getOrDefault(id, "");
    }

    private static String first(Pattern pattern, String text, String otherwise) {
        Matcher found = pattern.matcher(text);
        return found.find() ? found.group(1).replace("\\\"", "\"") : otherwise;
    }
}
