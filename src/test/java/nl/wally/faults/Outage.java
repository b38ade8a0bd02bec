package nl.wally.faults;

import java.time.Duration;

/** How long at a stretch nothing succeeded. */
final class Outage {
    private long last = System.nanoTime();
    private long longest;

    /** Counts from here. */
    synchronized void begin() {
        last = System.nanoTime();
        longest = 0;
    }

    /** Something has succeeded. */
    synchronized void over() {
        long now = System.nanoTime();
        longest = Math.max(longest, now - last);
        last = now;
    }

    synchronized Duration longest() {
        return Duration.ofNanos(longest);
    }
}
