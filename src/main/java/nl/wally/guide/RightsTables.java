package nl.wally.guide;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.wally.access.Condition;
import nl.wally.access.Interaction;
import nl.wally.access.Right;
import nl.wally.access.RightsTable;
import nl.wally.access.Shown;
import nl.wally.shared.Caller.Capacity;

/** Who may what, from the very file that the server judges by: a table for each role, and what its words mean. */
final class RightsTables {
    private static final Map<Capacity, String> NAMES = Map.of(
            Capacity.PRACTICE, "Practice (huisartsenpraktijk)",
            Capacity.SOCIAL_WORKER, "Social worker (Wally, vervanger, welzijnscoach)",
            Capacity.COORDINATOR, "Coordinator (Wally-coach)",
            Capacity.PRIVACY_OFFICER, "Privacy officer (functionaris gegevensbescherming)",
            Capacity.OPERATOR, "Operator (beheerder)");
    private static final Set<Interaction> SEEING = EnumSet.of(Interaction.READ, Interaction.SEARCH);
    private static final Set<Interaction> OPERATIONS = EnumSet.complementOf(
            EnumSet.of(Interaction.READ, Interaction.SEARCH, Interaction.CREATE, Interaction.UPDATE));

    private final RightsTable rights = RightsTable.load();

    String html() {
        return RightsTable.roles().stream().sorted().map(this::role).collect(Collectors.joining()) + meanings();
    }

    private String role(Capacity role) {
        String name = NAMES.getOrDefault(role, role.name());
        HtmlTable table = new HtmlTable(name, "Resource", "Read, search", "Create", "Update, patch", "Operations");
        List<Right> own =
                rights.all().stream().filter(right -> right.role() == role).toList();
        own.stream().map(Right::resource).distinct().sorted().forEach(type -> {
            List<Right> told =
                    own.stream().filter(right -> right.resource().equals(type)).toList();
            table.row(
                    Html.escape(type),
                    cell(told, SEEING),
                    cell(told, EnumSet.of(Interaction.CREATE)),
                    cell(told, EnumSet.of(Interaction.UPDATE)),
                    operations(told));
        });
        return "<h3 id=\"" + role.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + "\">"
                + Html.escape(name) + "</h3>" + table;
    }

    /** The conditions of which one has to hold, and what is not seen as a whole. */
    private static String cell(List<Right> told, Set<Interaction> interactions) {
        String conditions = told.stream()
                .filter(right -> interactions.contains(right.interaction()) && right.condition() != Condition.NOBODY)
                .map(right -> Html.code(right.condition().code())
                        + (right.shown() == Shown.WHOLE
                                ? ""
                                : ", " + Html.escape(right.shown().code())))
                .distinct()
                .collect(Collectors.joining(" or "));
        return conditions.isEmpty() ? "–" : conditions;
    }

    private static String operations(List<Right> told) {
        String names = OPERATIONS.stream()
                .filter(operation -> !cell(told, EnumSet.of(operation)).equals("–"))
                .map(operation -> Html.code("$" + operation.code()) + " " + cell(told, EnumSet.of(operation)))
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "–" : names;
    }

    private static String meanings() {
        HtmlTable conditions = new HtmlTable("Conditions", "Condition", "Holds when");
        Arrays.stream(Condition.values())
                .filter(condition -> condition != Condition.NOBODY)
                .forEach(condition -> conditions.row(Html.code(condition.code()), Html.escape(condition.meaning())));
        HtmlTable parts = new HtmlTable("Seen in part", "Part", "What is seen");
        Arrays.stream(Shown.values())
                .filter(shown -> shown != Shown.WHOLE)
                .forEach(shown -> parts.row(Html.code(shown.code()), Html.escape(shown.meaning())));
        return "<h3 id=\"conditions\">Conditions</h3>" + conditions + "<h3 id=\"parts\">Seen in part</h3>" + parts;
    }
}
