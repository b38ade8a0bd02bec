package nl.wally.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Bounds what callers who have proven nothing can have recorded: so many records a minute one by one, what comes on top is
 * counted by what it was, and each count becomes one record when the minute is over. Of each node by itself, in memory.
 */
final class Strangers {
    private final Clock clock;
    private final int mostPerMinute;
    private final Map<Same, Count> counted = new HashMap<>();
    private Instant minute = Instant.EPOCH;
    private int oneByOne;

    Strangers(Clock clock, int mostPerMinute) {
        this.clock = clock;
        this.mostPerMinute = mostPerMinute;
    }

    /** This, when it is to be recorded by itself; otherwise it is counted. */
    synchronized Optional<Entry> take(Entry entry) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        if (!now.equals(minute)) {
            minute = now;
            oneByOne = 0;
        }
        if (oneByOne < mostPerMinute) {
            oneByOne++;
            return Optional.of(entry);
        }
        counted.computeIfAbsent(new Same(entry.kind(), entry.about(), entry.outcome()), same -> new Count(entry))
                .times++;
        return Optional.empty();
    }

    /** The counts of minutes that are over, one entry for each; they are forgotten here. */
    synchronized List<Entry> counts() {
        if (clock.instant().truncatedTo(ChronoUnit.MINUTES).equals(minute)) {
            return List.of();
        }
        List<Entry> entries = new ArrayList<>();
        counted.values().forEach(count -> entries.add(count.first.times(count.times)));
        counted.clear();
        return entries;
    }

    private record Same(nl.wally.shared.Occurrence.Kind kind, String about, String outcome) {}

    private static final class Count {
        private final Entry first;
        private long times;

        private Count(Entry first) {
            this.first = first;
        }
    }
}
