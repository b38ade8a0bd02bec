package nl.wally.benchmark;

import java.util.ArrayList;
import java.util.List;

/** What a quantity did over the time that it was read: a straight line through all readings, by least squares. */
final class Trend {
    /** What a quantity may grow by in an hour, as a part of its mean, and still be called flat. */
    private static final double FLAT = 0.05;

    /** How many times its own uncertainty a slope has to be before anything is made of it. */
    private static final double CERTAIN = 2;

    private final List<double[]> points = new ArrayList<>();

    void add(double hours, double value) {
        points.add(new double[] {hours, value});
    }

    /** The same from this moment on. */
    Trend since(double hours) {
        var later = new Trend();
        points.stream().filter(point -> point[0] >= hours).forEach(point -> later.add(point[0], point[1]));
        return later;
    }

    int size() {
        return points.size();
    }

    double mean() {
        return points.stream().mapToDouble(point -> point[1]).average().orElse(0);
    }

    double least() {
        return points.stream().mapToDouble(point -> point[1]).min().orElse(0);
    }

    double most() {
        return points.stream().mapToDouble(point -> point[1]).max().orElse(0);
    }

    /** The mean of this part of the readings: the first fifth, for instance, is from 0 to 0.2. */
    double mean(double from, double to) {
        return points.subList((int) (from * size()), Math.max((int) (from * size()) + 1, (int) (to * size()))).stream()
                .mapToDouble(point -> point[1])
                .average()
                .orElse(0);
    }

    /** How much it grows in an hour. */
    double slope() {
        double spread = spread();
        return spread == 0 ? 0 : together() / spread;
    }

    /** The standard error of {@link #slope}: what it might as well be by the chance of the single readings. */
    double error() {
        double left = points.stream()
                .mapToDouble(point -> point[1] - mean() - slope() * (point[0] - middle()))
                .map(off -> off * off)
                .sum();
        return size() < 3 || spread() == 0 ? Double.POSITIVE_INFINITY : Math.sqrt(left / (size() - 2) / spread());
    }

    /** Whether it does not grow, as far as one can tell: by next to nothing, or by no more than chance does. */
    boolean isFlat() {
        return slope() <= FLAT * Math.abs(mean()) || slope() <= CERTAIN * error();
    }

    /**
     * Whether it was flat in one half of the time at least: for what takes room in steps, such as an index that splits a page or
     * twenty. A step in one half tells nothing; what grows does so in both.
     */
    boolean isFlatBetweenSteps() {
        return isFlat()
                || part(0, size() / 2).isFlat()
                || part(size() / 2, size()).isFlat();
    }

    private Trend part(int from, int to) {
        var part = new Trend();
        part.points.addAll(points.subList(from, to));
        return part;
    }

    private double middle() {
        return points.stream().mapToDouble(point -> point[0]).average().orElse(0);
    }

    private double spread() {
        double middle = middle();
        return points.stream()
                .mapToDouble(point -> (point[0] - middle) * (point[0] - middle))
                .sum();
    }

    private double together() {
        double middle = middle();
        double mean = mean();
        return points.stream()
                .mapToDouble(point -> (point[0] - middle) * (point[1] - mean))
                .sum();
    }
}
