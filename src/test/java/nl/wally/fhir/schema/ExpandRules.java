package nl.wally.fhir.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a migration may do while nodes of the release before it go on writing: add tables, columns that may stay empty or have a
 * default, and indexes. Whatever takes something away, or asks more of what older nodes write, is a contraction; it waits for a
 * later release and says so.
 */
final class ExpandRules {
    /** On a line of its own, with what it takes away and the release that made it unnecessary. */
    static final Pattern CONTRACT = Pattern.compile("(?m)^-- contract: .+ unused since release \\d+\\.\\d+\\.\\d+$");

    private static final Pattern FLOOR = Pattern.compile("update schema_floor set migration = \\d+");
    private static final Pattern CREATED = Pattern.compile("create table (?:if not exists )?(\\w+)");
    private static final Pattern TABLE = Pattern.compile("^alter table (?:if exists )?(?:only )?(\\w+)");
    private static final Pattern UNIQUE = Pattern.compile("^create unique index .*? on (\\w+)");

    /** By what it is called in a refusal; each is held against one action of "alter table". */
    private static final Map<String, Pattern> ACTIONS = Map.of(
            "drops a column", Pattern.compile("^drop (?!constraint )"),
            "takes a default away", Pattern.compile("^alter .* drop default"),
            "renames", Pattern.compile("^rename "),
            "changes a type", Pattern.compile("^alter .* type "),
            "asks for a value", Pattern.compile("^alter .* set not null"),
            "adds a constraint", Pattern.compile("^add (constraint|check|unique|primary key|foreign key|exclude)\\b"),
            "adds a column that must have a value", Pattern.compile("^add (?!.* (default|generated) ).* not null"));

    private ExpandRules() {}

    /** What this file does that older nodes would not survive; empty for a file that only adds, or that says what it takes away. */
    static List<String> faults(String sql) {
        List<String> faults = new ArrayList<>();
        String plain = plain(sql);
        Set<String> created = new HashSet<>();
        for (String statement : plain.split(";")) {
            String trimmed = statement.strip();
            Matcher creates = CREATED.matcher(trimmed);
            if (creates.lookingAt()) {
                created.add(creates.group(1));
            }
            faults.addAll(faults(trimmed, created));
        }
        if (faults.isEmpty() || !CONTRACT.matcher(sql).find()) {
            return faults;
        }
        return FLOOR.matcher(plain).find() ? List.of() : List.of("contracts and does not raise schema_floor");
    }

    private static List<String> faults(String statement, Set<String> created) {
        if (statement.matches("(?s)(drop (?!index\\b)|truncate\\b).*")) {
            return List.of("takes away: " + statement);
        }
        Matcher unique = UNIQUE.matcher(statement);
        if (unique.find() && !created.contains(unique.group(1))) {
            return List.of("asks more: " + statement);
        }
        Matcher table = TABLE.matcher(statement);
        if (!table.find() || created.contains(table.group(1))) {
            return List.of();
        }
        return Stream.of(statement.substring(table.end()).split(",(?![^(]*\\))"))
                .map(String::strip)
                .flatMap(action -> ACTIONS.entrySet().stream()
                        .filter(rule -> rule.getValue().matcher(action + " ").find())
                        .map(rule -> rule.getKey() + ": " + action))
                .toList();
    }

    /** In lower case, with single blanks, and without comments and texts. */
    private static String plain(String sql) {
        return sql.replaceAll("--[^\n]*", " ")
                .replaceAll("(?s)\\$(\\w*)\\$.*?\\$\\1\\$", "''")
                .replaceAll("'[^']*'", "''")
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }
}
