package nl.wally.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;

/** So many a second, at even distances, whether or not those before have ended. */
record Pace(double perSecond) {
    /**
     * Begins everything that is due in this time, and waits for the end of all of it.
     *
     * @param begin gets the moment, in nanoseconds, at which that one was due: from there a latency counts
     * @return how many seconds beginning took
     */
    double begin(Duration duration, LongFunction<CompletableFuture<?>> begin) {
        List<CompletableFuture<?>> begun = new ArrayList<>();
        long start = System.nanoTime();
        long many = Math.round(perSecond * duration.toNanos() / 1e9);
        for (long n = 0; n < many; n++) {
            long due = start + Math.round(n * 1e9 / perSecond);
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            begun.add(begin.apply(due));
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        CompletableFuture.allOf(begun.toArray(new CompletableFuture<?>[0])).join();
        return seconds;
    }
}
