package nl.wally.guide;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.wally.workflow.Actor;
import nl.wally.workflow.Guard;
import nl.wally.workflow.Transition;
import nl.wally.workflow.TransitionTable;
import nl.wally.workflow.UpdateTable;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.jspecify.annotations.Nullable;

/** The tables of the life of a referral, from the very files that the server judges by. */
final class StateTables {
    private final ConceptWords actions;

    StateTables(ConceptWords actions) {
        this.actions = actions;
    }

    /** Every allowed change of status; rows that differ in the actor only are one. */
    String transitions() {
        Map<List<Object>, List<Transition>> rows = new LinkedHashMap<>();
        for (Transition row : TransitionTable.load().all()) {
            String from = name(row.from());
            rows.computeIfAbsent(List.of(row.id(), from, row.to(), row.guards()), key -> new ArrayList<>())
                    .add(row);
        }
        HtmlTable table = new HtmlTable("Changes of status", "Step", "From", "To", "Who", "Guards");
        Set<String> anchored = new HashSet<>();
        rows.values().forEach(same -> {
            Transition row = same.get(0);
            String step = row.id() + " " + actions.english(row.id());
            table.row(
                    anchored.add(row.id())
                            ? "<span id=\"" + row.id() + "\">" + Html.escape(step) + "</span>"
                            : Html.escape(step),
                    row.from() == null ? "<span class=\"quiet\">new</span>" : Html.code(name(row.from())),
                    Html.code(name(row.to())),
                    actors(same.stream().map(Transition::actor).toList()),
                    guards(row.guards()));
        });
        return table.toString();
    }

    /** What may be written while the status stays. */
    String updates() {
        HtmlTable table = new HtmlTable("Writing while the status stays", "In status", "Who", "May change", "Guards");
        for (UpdateTable.Update row : UpdateTable.load().all()) {
            table.row(
                    codes(row.statuses().stream()
                            .sorted()
                            .map(StateTables::name)
                            .toList()),
                    actors(row.actors().stream().sorted().toList()),
                    codes(row.elements().stream().sorted().toList()),
                    guards(row.guards()));
        }
        return table.toString();
    }

    static String name(@Nullable TaskStatus status) {
        return status == null ? "" : status.toCode();
    }

    private static String actors(List<Actor> actors) {
        return actors.stream().map(Actor::code).map(Html::escape).collect(Collectors.joining(", "));
    }

    private static String codes(List<String> codes) {
        return codes.stream().map(Html::code).collect(Collectors.joining(" "));
    }

    private static String guards(Collection<Guard> guards) {
        return guards.stream().sorted().map(Guard::code).map(Html::escape).collect(Collectors.joining(", "));
    }
}
