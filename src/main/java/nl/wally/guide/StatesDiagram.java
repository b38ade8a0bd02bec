package nl.wally.guide;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.wally.workflow.Transition;
import nl.wally.workflow.TransitionTable;
import org.hl7.fhir.r4.model.Task.TaskStatus;

/**
 * The life of a referral as a picture, made from the table of transitions: the statuses in which a referral is open stand in
 * a row with arrows between them, the ends lie below as rails, and a dot on a rail under a status says that one leads to
 * the other. Everything that it shows is said in words beside it.
 */
final class StatesDiagram {
    private static final int COLUMN = 150;
    private static final int LEFT = 30;
    private static final int BOX_WIDTH = 112;
    private static final int BOX_HEIGHT = 36;
    private static final int ROW = 110;
    private static final int RAIL = 46;
    private static final int RAIL_WIDTH = 130;

    private final Set<TaskStatus> open = new LinkedHashSet<>();
    private final Set<TaskStatus> ends = new LinkedHashSet<>();
    /** Ids of the transitions between two statuses. */
    private final Map<TaskStatus, Map<TaskStatus, Set<String>>> steps = new LinkedHashMap<>();

    StatesDiagram(TransitionTable table) {
        Set<TaskStatus> all = new LinkedHashSet<>();
        for (Transition row : table.all()) {
            all.add(row.to());
            if (row.from() != null) {
                steps.computeIfAbsent(row.from(), from -> new LinkedHashMap<>())
                        .computeIfAbsent(row.to(), to -> new LinkedHashSet<>())
                        .add(row.id());
            }
        }
        // An end leads at most to being declared an error.
        for (TaskStatus status : all) {
            Set<TaskStatus> next = steps.getOrDefault(status, Map.of()).keySet();
            (next.stream().allMatch(to -> to == TaskStatus.ENTEREDINERROR) ? ends : open).add(status);
        }
    }

    String svg() {
        List<TaskStatus> columns = List.copyOf(open);
        List<TaskStatus> rails = List.copyOf(ends);
        int width = LEFT + columns.size() * COLUMN + RAIL_WIDTH + 20;
        int height = ROW + BOX_HEIGHT + 50 + rails.size() * RAIL;
        Html svg = opening(width, height);
        start(svg);
        for (int i = 0; i < columns.size(); i++) {
            box(svg, columns.get(i), x(i), ROW);
            for (int j = 0; j < columns.size(); j++) {
                Set<String> ids = ids(columns.get(i), columns.get(j));
                if (!ids.isEmpty()) {
                    arrow(svg, i, j, String.join(" ", ids));
                }
            }
        }
        for (int rail = 0; rail < rails.size(); rail++) {
            rail(svg, columns, rails, rail, width);
        }
        return svg.close("svg")
                .close("div")
                .open("details")
                .element("summary", "The diagram in words")
                .element("p", words())
                .close("details")
                .newLine()
                .toString();
    }

    /** The box that scrolls, the picture's text alternative and the tip of its arrows. */
    private Html opening(int width, int height) {
        return new Html()
                .open("div", "class", "scroll diagram", "role", "group", "aria-label", "Diagram", "tabindex", "0")
                .open(
                        "svg",
                        "xmlns",
                        "http://www.w3.org/2000/svg",
                        "viewBox",
                        "0 0 " + width + " " + height,
                        "width",
                        width + "",
                        "height",
                        height + "",
                        "role",
                        "img",
                        "aria-labelledby",
                        "states-title states-text",
                        "font-size",
                        "13",
                        "fill",
                        "currentColor")
                .element("title", "The statuses of a referral and the steps between them", "id", "states-title")
                .element("desc", words(), "id", "states-text")
                .raw(
                        "<defs><marker id=\"state-tip\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\" "
                                + "markerHeight=\"7\" orient=\"auto-start-reverse\"><path d=\"M0 0L8 4L0 8Z\"/></marker></defs>");
    }

    private static int x(int column) {
        return LEFT + column * COLUMN;
    }

    private static void start(Html svg) {
        int y = ROW + BOX_HEIGHT / 2;
        svg.raw("<circle cx=\"8\" cy=\"" + y + "\" r=\"6\"/>");
        line(svg, "M14 " + y + "H" + (LEFT - 1));
    }

    private static void box(Html svg, TaskStatus status, int x, int y) {
        svg.raw("<rect x=\"" + x + "\" y=\"" + y + "\" width=\"" + BOX_WIDTH + "\" height=\"" + BOX_HEIGHT
                + "\" rx=\"6\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.5\"/>");
        label(svg, x + BOX_WIDTH / 2, y + BOX_HEIGHT / 2 + 5, "middle", true, StateTables.name(status));
    }

    /** To the next status straight on, further on in a bow above, back in a bow above of its own. */
    private static void arrow(Html svg, int from, int to, String ids) {
        int middle = ROW + BOX_HEIGHT / 2;
        if (to == from + 1) {
            line(svg, "M" + (x(from) + BOX_WIDTH) + " " + (middle + 8) + "H" + (x(to) - 1));
            label(svg, (x(from) + BOX_WIDTH + x(to)) / 2, middle + 24, "middle", false, ids);
        } else if (to < from) {
            line(svg, "M" + x(from) + " " + (middle - 8) + "H" + (x(to) + BOX_WIDTH + 1));
            label(svg, (x(from) + BOX_WIDTH + x(to)) / 2, middle - 14, "middle", false, ids);
        } else {
            int top = ROW - 30 - 14 * (to - from);
            int start = x(from) + BOX_WIDTH / 2 + 12;
            int end = x(to) + BOX_WIDTH / 2 - 12;
            line(
                    svg,
                    "M" + start + " " + ROW + "C" + start + " " + top + " " + end + " " + top + " " + end + " "
                            + (ROW - 1));
            label(svg, (start + end) / 2, (ROW + 3 * top) / 4 - 6, "middle", false, ids);
        }
    }

    private void rail(Html svg, List<TaskStatus> columns, List<TaskStatus> rails, int place, int width) {
        TaskStatus end = rails.get(place);
        int y = ROW + BOX_HEIGHT + 50 + place * RAIL;
        int boxX = width - RAIL_WIDTH - 10;
        int first = columns.size();
        for (int column = columns.size() - 1; column >= 0; column--) {
            Set<String> ids = ids(columns.get(column), end);
            if (!ids.isEmpty()) {
                first = column;
                int x = x(column) + BOX_WIDTH / 2;
                svg.raw("<circle cx=\"" + x + "\" cy=\"" + y + "\" r=\"5\"/>");
                label(svg, x + 9, y - 6, "start", false, String.join(" ", ids));
                svg.raw("<path d=\"M" + x + " " + (ROW + BOX_HEIGHT) + "V" + y
                        + "\" stroke=\"currentColor\" stroke-dasharray=\"2 4\" opacity=\"0.6\"/>");
            }
        }
        line(svg, "M" + (first < columns.size() ? x(first) + BOX_WIDTH / 2 : boxX - 30) + " " + y + "H" + (boxX - 1));
        svg.raw("<rect x=\"" + boxX + "\" y=\"" + (y - 15) + "\" width=\"" + RAIL_WIDTH + "\" height=\"30\" rx=\"15\" "
                + "fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.5\"/>");
        label(svg, boxX + RAIL_WIDTH / 2, y + 5, "middle", true, StateTables.name(end));
    }

    private static void line(Html svg, String path) {
        svg.raw("<path d=\"" + path
                + "\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.5\" marker-end=\"url(#state-tip)\"/>");
    }

    private static void label(Html svg, int x, int y, String anchor, boolean strong, String text) {
        svg.element(
                "text",
                text,
                "x",
                x + "",
                "y",
                y + "",
                "text-anchor",
                anchor,
                "font-weight",
                strong ? "600" : null,
                "font-size",
                strong ? null : "11");
    }

    private Set<String> ids(TaskStatus from, TaskStatus to) {
        return steps.getOrDefault(from, Map.of()).getOrDefault(to, Set.of());
    }

    /** The same in words. */
    private String words() {
        List<String> sentences = new ArrayList<>();
        sentences.add("A referral begins as requested.");
        steps.forEach((from, next) -> {
            List<String> targets = new ArrayList<>();
            next.forEach((to, ids) -> targets.add(StateTables.name(to) + " (" + String.join(", ", ids) + ")"));
            sentences.add("From " + StateTables.name(from) + " to " + String.join(", ", targets) + ".");
        });
        return String.join(" ", sentences);
    }
}
