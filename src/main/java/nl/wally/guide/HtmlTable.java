package nl.wally.guide;

import java.util.ArrayList;
import java.util.List;

/** A table with a caption that scrolls by itself where it is wider than the screen, by touch and by keyboard. */
final class HtmlTable {
    private final String caption;
    private final List<String> heads;
    private final List<List<String>> rows = new ArrayList<>();

    HtmlTable(String caption, String... heads) {
        this.caption = caption;
        this.heads = List.of(heads);
    }

    /** Adds a row of cells that are HTML already; the first names the row. */
    HtmlTable row(String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    @Override
    public String toString() {
        Html html = new Html()
                .raw(open(caption))
                .open("table")
                .element("caption", caption)
                .open("thead")
                .open("tr");
        heads.forEach(head -> html.element("th", head, "scope", "col"));
        html.close("tr").close("thead").newLine().open("tbody").newLine();
        for (List<String> row : rows) {
            html.open("tr");
            for (int column = 0; column < row.size(); column++) {
                if (column == 0) {
                    html.open("th", "scope", "row").raw(row.get(column)).close("th");
                } else {
                    html.open("td").raw(row.get(column)).close("td");
                }
            }
            html.close("tr").newLine();
        }
        return html.close("tbody").close("table").close("div").newLine().toString();
    }

    /** The opening of the box that scrolls. */
    static String open(String name) {
        return new Html()
                .open("div", "class", "scroll", "role", "group", "aria-label", name, "tabindex", "0")
                .toString();
    }
}
