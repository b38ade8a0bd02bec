package nl.wally.guide;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a link must show, from the very table that the conformance check judges by. */
final class RequirementTable {
    private static final String TABLE = "simulator/requirements.csv";

    private final Sources sources;

    RequirementTable(Sources sources) {
        this.sources = sources;
    }

    String html(Language language) {
        List<Map<String, String>> rows = rows();
        boolean dutch = language == Language.DUTCH;
        Html html = new Html();
        actors(rows).forEach(actor -> {
            HtmlTable table = dutch
                    ? new HtmlTable("Eisen aan " + actor, "Eis", "Use case", "Niveau", "Wat")
                    : new HtmlTable("Requirements of " + actor, "Requirement", "Use case", "Level", "What");
            for (Map<String, String> row : rows) {
                if (actor.equals(row.get("actor"))) {
                    String page = row.getOrDefault("page", "");
                    String text = Html.escape(row.get(dutch ? "nl" : "en"));
                    table.row(
                            "<span id=\"" + Html.escape(row.get("id")) + "\">" + Html.escape(row.get("id")) + "</span>",
                            Html.escape(row.get("use case")),
                            Html.escape(row.get("level")),
                            page.isEmpty() ? text : text + " " + Html.linkTo(page + ".html", page));
                }
            }
            html.raw(table.toString());
        });
        return rows.isEmpty() ? "<p>This server has no conformance check.</p>" : html.toString();
    }

    private static List<String> actors(List<Map<String, String>> rows) {
        return rows.stream()
                .map(row -> row.getOrDefault("actor", ""))
                .distinct()
                .toList();
    }

    /** The table is read, and judged, by module simulator; here its cells are shown as they are. */
    private List<Map<String, String>> rows() {
        String text = sources.file(TABLE).map(Sources::text).orElse("");
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        if (lines.isEmpty()) {
            return List.of();
        }
        List<String> heads = Arrays.asList(lines.get(0).split(";", -1));
        return lines.stream()
                .skip(1)
                .map(line -> line.split(";", -1))
                .map(cells -> IntStream.range(0, Math.min(cells.length, heads.size()))
                        .boxed()
                        .collect(Collectors.toMap(heads::get, i -> cells[i].strip())))
                .toList();
    }
}
