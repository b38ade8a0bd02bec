package nl.wally.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.utilities.xhtml.NodeType;
import org.hl7.fhir.utilities.xhtml.XhtmlNode;
import org.jspecify.annotations.Nullable;

/**
 * Dresses the table of HL7's renderer: same rows, cells, links and remarks, but the tree is drawn by the style sheet
 * instead of by pictures, styles become classes, the first cell heads its row, and anchors are unique on the page.
 */
final class ElementRows {
    private static final Set<String> KEPT =
            Set.of("span", "b", "i", "code", "br", "p", "ul", "ol", "li", "a", "div", "em", "strong");
    private static final Map<String, String> CLASSES = Map.of(
            "line-through", "gone",
            "background-color: red", "flag must",
            "background-color: black", "flag modifier",
            "darkgreen", "value",
            "maroon", "flag",
            "font-style: italic", "soft");

    private final String prefix;
    private final SpecLinks links;

    /** @param prefix put before each anchor */
    ElementRows(String prefix, SpecLinks links) {
        this.prefix = prefix;
        this.links = links;
    }

    String html(XhtmlNode table, String caption) {
        List<XhtmlNode> rows = children(table, "tr");
        Html html = new Html()
                .raw(HtmlTable.open(caption))
                .open("table", "class", "elements")
                .element("caption", caption)
                .raw("<thead><tr>");
        for (String head : List.of("Name", "Flags", "Card.", "Type", "Description and constraints")) {
            html.element("th", head, "scope", "col");
        }
        html.raw("</tr></thead><tbody>").newLine();
        List<Integer> depths = rows.stream().map(ElementRows::depth).toList();
        for (int i = 1; i < rows.size(); i++) {
            if (depths.get(i) >= 0) {
                row(html, rows.get(i), depths, i);
            }
        }
        return html.raw("</tbody></table></div>").newLine().toString();
    }

    private void row(Html html, XhtmlNode row, List<Integer> depths, int place) {
        html.open("tr");
        List<XhtmlNode> cells = children(row, "td");
        for (int column = 0; column < cells.size(); column++) {
            XhtmlNode cell = cells.get(column);
            String tag = column == 0 ? "th" : "td";
            String span = cell.getAttribute("colspan");
            html.open(tag, "scope", column == 0 ? "row" : null, "colspan", span);
            if (column == 0) {
                html.raw("<div class=\"in-" + depths.get(place) + "\">")
                        .raw(branches(depths, place))
                        .raw(icon(cell));
            }
            html.raw(column == 0 ? "<span>" : "");
            content(html, cell);
            html.raw(column == 0 ? "</span></div>" : "").close(tag);
        }
        html.close("tr").newLine();
    }

    /** How deep in the tree: the renderer puts a picture for each level, and one more at either end. */
    private static int depth(XhtmlNode row) {
        List<XhtmlNode> cells = children(row, "td");
        return cells.isEmpty() ? -1 : children(cells.get(0), "img").size() - 2;
    }

    /** The lines of the tree left of a name. */
    private static String branches(List<Integer> depths, int place) {
        int depth = depths.get(place);
        StringBuilder lines = new StringBuilder();
        for (int level = 1; level <= depth; level++) {
            boolean goesOn = goesOn(depths, place, level);
            if (level == depth) {
                lines.append(goesOn ? "<i class=\"tee\"></i>" : "<i class=\"end\"></i>");
            } else {
                lines.append(goesOn ? "<i class=\"line\"></i>" : "<i></i>");
            }
        }
        return lines.toString();
    }

    private static boolean goesOn(List<Integer> depths, int place, int level) {
        for (int later = place + 1; later < depths.size() && depths.get(later) >= level; later++) {
            if (depths.get(later) == level) {
                return true;
            }
        }
        return false;
    }

    /** What kind of element it is stands in the title of the last picture. */
    private static String icon(XhtmlNode cell) {
        List<XhtmlNode> pictures = children(cell, "img");
        String title = pictures.get(pictures.size() - 1).getAttribute("title");
        if (title == null) {
            return "";
        }
        String kind = title.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
        return "<span class=\"kind kind-" + kind + "\" title=\"" + Html.escape(title) + "\"></span>";
    }

    private void content(Html html, XhtmlNode parent) {
        for (XhtmlNode node : parent.getChildNodes()) {
            if (node.getNodeType() == NodeType.Text) {
                html.text(node.getContent());
            } else if (node.getNodeType() == NodeType.Element) {
                element(html, node);
            }
        }
    }

    private void element(Html html, XhtmlNode node) {
        String tag = node.getName();
        String anchor = node.getAttribute("name");
        if (tag.equals("a") && anchor != null && !node.hasAttribute("href")) {
            html.open("span", "id", prefix + "-" + anchor.replaceAll("[^\\w.:-]", "_"))
                    .close("span");
        } else if (tag.equals("br")) {
            html.open("br");
        } else if (KEPT.contains(tag)) {
            String href = node.getAttribute("href");
            String kept = tag.equals("a") && href == null ? "span" : tag;
            String title = node.getAttribute("title");
            html.open(kept, "href", link(href), "title", "null".equals(title) ? null : title, "class", classes(node));
            content(html, node);
            html.close(kept);
        } else if (!tag.equals("img")) {
            content(html, node);
        }
    }

    /** An element that is defined by another of the same type is found in the table that shows all. */
    private @Nullable String link(@Nullable String href) {
        if (href == null) {
            return null;
        }
        return href.startsWith("#")
                ? "#" + ElementTables.ALL + "-" + href.substring(1)
                : links.page(href).orElse(href);
    }

    private static @Nullable String classes(XhtmlNode node) {
        String style = node.getAttribute("style");
        if (style == null) {
            return null;
        }
        List<String> classes = new ArrayList<>();
        CLASSES.forEach((mark, name) -> {
            if (style.contains(mark)) {
                classes.add(name);
            }
        });
        if (style.contains("font-weight")) {
            classes.add("strong");
        }
        return classes.isEmpty()
                ? null
                : String.join(" ", classes.stream().sorted().toList());
    }

    private static List<XhtmlNode> children(XhtmlNode node, String tag) {
        return node.getChildNodes().stream()
                .filter(child -> tag.equals(child.getName()))
                .toList();
    }
}
