package nl.wally.subscription;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.wally.notification.Event;

/**
 * What the resource of an event must be like to be told of, for instance {@code Task?status=requested,received&owner=…}: of
 * several values one has to be there, of several parameters all.
 *
 * @param criteria the values by parameter
 */
record Filter(Map<String, List<String>> criteria) {
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{0,63}");
    private static final Pattern REFERENCE = Pattern.compile("[A-Z][A-Za-z]{1,63}/[A-Za-z0-9\\-.]{1,64}");
    private static final int LONGEST = 1_000;

    Filter {
        criteria = Map.copyOf(criteria);
    }

    /** What this text says; empty when it is no filter of the topic: then it would be a lie to take it. */
    static Optional<Filter> of(Topic topic, String text) {
        String start = topic.type() + "?";
        if (text.length() > LONGEST || !text.startsWith(start) || text.length() == start.length()) {
            return Optional.empty();
        }
        Map<String, List<String>> criteria = new LinkedHashMap<>();
        for (String criterion : text.substring(start.length()).split("&", -1)) {
            String[] halves = criterion.split("=", 2);
            Topic.Kind kind = topic.filters().get(halves[0]);
            Optional<List<String>> values =
                    kind == null || halves.length < 2 ? Optional.empty() : values(kind, halves[1]);
            if (values.isEmpty() || criteria.put(halves[0], values.get()) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(new Filter(criteria));
    }

    private static Optional<List<String>> values(Topic.Kind kind, String text) {
        String decoded;
        try {
            decoded = URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
        Pattern form = kind == Topic.Kind.CODE ? CODE : REFERENCE;
        List<String> values = List.of(decoded.split(",", -1));
        return values.stream().allMatch(value -> form.matcher(value).matches())
                ? Optional.of(values)
                : Optional.empty();
    }

    /** Whether the resource of this event is like that. */
    boolean passes(Event event) {
        return criteria.entrySet().stream()
                .allMatch(criterion -> event.fact(criterion.getKey()).stream()
                        .flatMap(fact -> Arrays.stream(fact.split(" ")))
                        .anyMatch(criterion.getValue()::contains));
    }
}
