package nl.wally.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.wally.shared.Occurrence;
import org.jspecify.annotations.Nullable;

/**
 * What callers do who have proven nothing. They get no work done by the database: what they do waits here until the server
 * seals. And they cannot fill it: so many a minute are recorded one by one, what comes on top is counted by what it was, and
 * each count becomes one record when the minute is over. Of each node by itself, in memory.
 */
final class Strangers {
    private final Clock clock;
    private final int mostPerMinute;
    private final List<Entry> waiting = new ArrayList<>();
    private final Map<Same, Entry> counted = new HashMap<>();
    private Instant minute = Instant.EPOCH;
    private int oneByOne;

    Strangers(Clock clock, int mostPerMinute) {
        this.clock = clock;
        this.mostPerMinute = mostPerMinute;
    }

    synchronized void add(Entry entry) {
        Instant now = minute();
        if (!now.equals(minute)) {
            giveCounts();
            minute = now;
            oneByOne = 0;
        }
        if (oneByOne < mostPerMinute && waiting.size() < mostPerMinute) {
            oneByOne++;
            waiting.add(entry);
        } else {
            counted.merge(
                    new Same(entry.kind(), entry.about(), entry.outcome(), entry.client()),
                    entry.times(1),
                    (sum, one) -> sum.times(sum.count() + 1));
        }
    }

    /** What is to be recorded now; it does not wait here any more. */
    synchronized List<Entry> take() {
        if (!minute().equals(minute)) {
            giveCounts();
        }
        List<Entry> taken = List.copyOf(waiting);
        waiting.clear();
        return taken;
    }

    /** It could not be recorded: waits again. */
    synchronized void putBack(List<Entry> entries) {
        waiting.addAll(0, entries);
    }

    private void giveCounts() {
        waiting.addAll(counted.values());
        counted.clear();
    }

    private Instant minute() {
        return clock.instant().truncatedTo(ChronoUnit.MINUTES);
    }

    private record Same(
            Occurrence.Kind kind,
            String about,
            String outcome,
            @Nullable String client) {}
}
