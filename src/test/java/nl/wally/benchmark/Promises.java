package nl.wally.benchmark;

import java.util.List;
import java.util.Locale;

/**
 * What was promised of the server's speed, and whether a run kept it. What was not measured is neither kept nor broken.
 *
 * @param sizes the sides of this server, the one with the fewest referrals first
 */
record Promises(Figures figures, List<String> sizes) {
    /** The sizes between which growth is promised. */
    static final String FEW = "10,000 referrals";

    static final String MANY = "1,000,000 referrals";

    BenchmarkReport.Table table() {
        String own = sizes.get(0);
        return new BenchmarkReport.Table(
                "What was promised",
                List.of("promise", "bound", "measured", "kept"),
                List.of(
                        atLeast(
                                5,
                                "intakes a second with " + own + ", as a multiple of those of "
                                        + BenchmarkReport.STARTER_ON,
                                ratio("intake", Figure.PER_SECOND, own, BenchmarkReport.STARTER_ON)),
                        told(
                                "the same, of those of " + BenchmarkReport.STARTER_OFF,
                                ratio("intake", Figure.PER_SECOND, own, BenchmarkReport.STARTER_OFF)),
                        atMost(
                                10,
                                "intakes a second of the " + BenchmarkReport.FLOOR + ", as a multiple of those of "
                                        + own,
                                ratio("intake", Figure.PER_SECOND, BenchmarkReport.FLOOR, own)),
                        atMost(1.3, grown("work list", Figure.P95), ratio("work list", Figure.P95, MANY, FEW)),
                        atMost(1.3, grown("poll", Figure.P95), ratio("poll", Figure.P95, MANY, FEW)),
                        atLeast(0.8, grown("intake", Figure.PER_SECOND), ratio("intake", Figure.PER_SECOND, MANY, FEW)),
                        atMost(
                                900,
                                "resident MB of the server in the mix of a day, at the size where it is most",
                                sizes.stream()
                                        .mapToDouble(size -> middle("day", Figure.RESIDENT, size))
                                        .max()
                                        .orElse(0)),
                        atLeast(
                                3,
                                "rounds of which the middle is told",
                                figures.rounds(own, "intake", Run.CLOSED).size())));
    }

    private static String grown(String mix, Figure figure) {
        return mix + ": " + figure.title + " with " + MANY + ", as a multiple of that with " + FEW;
    }

    private static List<String> atLeast(double bound, String promise, double value) {
        return row(promise, "at least " + number(bound), value, value >= bound);
    }

    private static List<String> atMost(double bound, String promise, double value) {
        return row(promise, "at most " + number(bound), value, value <= bound);
    }

    /** Any figure will do, as long as it is said. */
    private static List<String> told(String promise, double value) {
        return row(promise, "is told", value, true);
    }

    private static List<String> row(String promise, String bound, double value, boolean kept) {
        return value > 0
                ? List.of(promise, bound, number(value), kept ? "yes" : "**no**")
                : List.of(promise, bound, "–", "not measured");
    }

    private double ratio(String mix, Figure figure, String of, String to) {
        double divisor = middle(mix, figure, to);
        return divisor == 0 ? 0 : middle(mix, figure, of) / divisor;
    }

    private double middle(String mix, Figure figure, String side) {
        return figures.middle(side, mix, Run.CLOSED, figure);
    }

    /** To the third place: what is just beyond a bound is not to look as if it were on it. */
    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value).replaceFirst("\\.?0+$", "");
    }
}
