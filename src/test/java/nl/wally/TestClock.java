package nl.wally;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** A clock that runs like the real one, and jumps when a test says so. */
public final class TestClock extends Clock {
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    private final List<Consumer<Duration>> followers = new CopyOnWriteArrayList<>();

    /** From now on it is this moment, and time goes on from there. Tokens given out before may not be valid then. */
    public void jumpTo(Instant moment) {
        runAhead(Duration.between(Instant.now(), moment));
    }

    /** Back to the real time. */
    public void reset() {
        if (!ahead.get().isZero()) {
            runAhead(Duration.ZERO);
        }
    }

    /** From now on it is so much later than the real time. */
    void runAhead(Duration difference) {
        ahead.set(difference);
        followers.forEach(follower -> follower.accept(difference));
    }

    /** Tells the clock of another process, now and at every jump, how far this one runs ahead. */
    void follow(Consumer<Duration> follower) {
        followers.add(follower);
        follower.accept(ahead.get());
    }

    /** Tells it nothing any more. */
    void leave(Consumer<Duration> follower) {
        followers.remove(follower);
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead.get());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }
}
