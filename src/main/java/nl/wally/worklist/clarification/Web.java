package nl.wally.worklist.clarification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The spider web of positive health as it is drawn: a square with sides of 400, the first side of the web straight up, the
 * others clockwise. The style sheet puts what one can click ({@code .point}) on the same places.
 *
 * @param sides one for each question that is answered with a mark
 * @param lines what people said, at different times
 */
record Web(List<Side> sides, List<Line> lines) {
    private static final double CENTRE = 200;
    private static final double INNERMOST = 12;
    private static final double STEP = 14.8;
    /** How many earlier lines can still be told apart. */
    private static final int MOST_LINES = 4;

    private static final List<Integer> RINGS = List.of(2, 4, 6, 8, 10);

    record Point(double x, double y) {
        /** As in the attribute {@code points} of SVG. */
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.1f,%.1f", x, y);
        }
    }

    /**
     * @param end where the mark 10 is
     * @param label where its name stands
     * @param anchor as in the attribute {@code text-anchor} of SVG
     */
    record Side(String name, Point end, Point label, String anchor) {}

    /**
     * @param path between neighbours that both have a mark, as in the attribute {@code d} of SVG
     * @param marks one for each side, empty where none was given
     */
    record Line(Said said, String path, List<Point> dots, List<String> marks) {}

    /**
     * What was said at one time.
     *
     * @param underWay whether it is still being written
     */
    record Said(LocalDate day, boolean underWay, Answers answers) {}

    /** @param said the newest first */
    static Web of(List<Form.Question> questions, List<Said> said) {
        List<Side> sides = IntStream.range(0, questions.size())
                .mapToObj(axis -> side(questions.get(axis).text(), axis, questions.size()))
                .toList();
        List<Line> lines =
                said.stream().limit(MOST_LINES).map(one -> line(one, questions)).toList();
        return new Web(sides, lines);
    }

    /** Where a mark stands. */
    static Point at(int axis, int axes, int mark) {
        double radius = INNERMOST + STEP * mark;
        double angle = 2 * Math.PI * axis / axes;
        return new Point(CENTRE + radius * Math.sin(angle), CENTRE - radius * Math.cos(angle));
    }

    /** The rings, the inner ones first, each as in the attribute {@code points} of SVG. */
    public List<String> rings() {
        return RINGS.stream()
                .map(mark -> IntStream.range(0, sides.size())
                        .mapToObj(axis -> at(axis, sides.size(), mark).toString())
                        .collect(Collectors.joining(" ")))
                .toList();
    }

    private static Side side(String name, int axis, int axes) {
        Point end = at(axis, axes, Form.HIGHEST_MARK);
        boolean middle = Math.abs(end.x() - CENTRE) < 1;
        boolean above = end.y() < CENTRE;
        double x = middle ? CENTRE : end.x() > CENTRE ? 2 * CENTRE - 2 : 2;
        return new Side(
                name,
                end,
                new Point(x, above ? end.y() - 16 : end.y() + 26),
                middle ? "middle" : end.x() > CENTRE ? "end" : "start");
    }

    private static Line line(Said said, List<Form.Question> questions) {
        int axes = questions.size();
        List<Optional<Integer>> marks = questions.stream()
                .map(question -> said.answers().mark(question.link()))
                .toList();
        StringBuilder path = new StringBuilder();
        List<Point> dots = new ArrayList<>();
        for (int axis = 0; axis < axes; axis++) {
            int next = (axis + 1) % axes;
            if (marks.get(axis).isPresent()) {
                Point here = at(axis, axes, marks.get(axis).get());
                dots.add(here);
                if (marks.get(next).isPresent()) {
                    path.append('M')
                            .append(here)
                            .append('L')
                            .append(at(next, axes, marks.get(next).get()));
                }
            }
        }
        return new Line(
                said,
                path.toString(),
                dots,
                marks.stream().map(mark -> mark.map(String::valueOf).orElse("")).toList());
    }
}
