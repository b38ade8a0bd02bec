package nl.wally.reporting;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Referrals per quarter as columns side by side; in units of the drawing, of which it is {@link #WIDTH} wide and {@link #HEIGHT}
 * high.
 */
record Columns(List<Column> columns) {
    static final int WIDTH = 640;
    static final int HEIGHT = 220;

    /** More would not be read on a phone. */
    private static final int MOST = 8;

    private static final int TOP = 24;
    private static final int BOTTOM = 190;

    /** One quarter: what it is called, how many, and where it stands. */
    record Column(String label, int referrals, int x, int y, int width, int height, int middle) {}

    static Columns of(SortedMap<Quarter, Integer> totals) {
        List<Map.Entry<Quarter, Integer>> last = totals.entrySet().stream()
                .skip(Math.max(0, totals.size() - MOST))
                .toList();
        int highest = last.stream().mapToInt(Map.Entry::getValue).max().orElse(1);
        int room = WIDTH / Math.max(4, last.size());
        return new Columns(java.util.stream.IntStream.range(0, last.size())
                .mapToObj(at -> {
                    int referrals = last.get(at).getValue();
                    int height = (BOTTOM - TOP) * referrals / highest;
                    int x = at * room + room / 8;
                    int width = room * 3 / 4;
                    return new Column(
                            last.get(at).getKey().toString(),
                            referrals,
                            x,
                            BOTTOM - height,
                            width,
                            height,
                            x + width / 2);
                })
                .toList());
    }
}
