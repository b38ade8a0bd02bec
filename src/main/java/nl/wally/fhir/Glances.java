package nl.wally.fhir;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What metrics show of the database. Each question is asked once in fifteen seconds at most, however many gauges show
 * something of the answer and however many collectors look. Whoever asks here has an index answer, also when a million
 * referrals have ended.
 */
@Component
public class Glances {
    private static final Logger LOG = LoggerFactory.getLogger(Glances.class);
    private static final long FRESH = TimeUnit.SECONDS.toNanos(15);

    private final List<Glance<?>> all = new CopyOnWriteArrayList<>();
    private final Clock clock;
    private volatile long failedAt = System.nanoTime() - FRESH;

    Glances(Clock clock) {
        this.clock = clock;
    }

    /** How long ago this was, in seconds; 0 of what is still to come, and of nothing. */
    public double age(@Nullable Timestamp moment) {
        return moment == null ? 0 : Math.max(0, clock.millis() - moment.getTime()) / 1_000.0;
    }

    /** Asks this when somebody looks. */
    public <T> Glance<T> at(Supplier<T> question) {
        Glance<T> glance = new Glance<>(question);
        all.add(glance);
        return glance;
    }

    /** Asks anew at the next look; for tests, which do not wait. */
    public void forget() {
        failedAt = System.nanoTime() - FRESH;
        all.forEach(glance -> glance.seenAt = failedAt);
    }

    private static boolean isOver(long begin) {
        return System.nanoTime() - begin >= FRESH;
    }

    /** The answer to one question, as it was a moment ago. */
    public final class Glance<T> {
        private final Supplier<T> question;
        private @Nullable T seen;
        private volatile long seenAt = System.nanoTime() - FRESH;

        private Glance(Supplier<T> question) {
            this.question = question;
        }

        /** A number of the answer; none ({@link Double#NaN}) while the database does not answer. */
        public double show(ToDoubleFunction<T> what) {
            T answer = look();
            return answer == null ? Double.NaN : what.applyAsDouble(answer);
        }

        /** When one question is not answered the others are not asked: each would wait as long for a connection. */
        private synchronized @Nullable T look() {
            if (isOver(seenAt)) {
                seen = isOver(failedAt) ? ask() : null;
                seenAt = System.nanoTime();
            }
            return seen;
        }

        private @Nullable T ask() {
            try {
                return question.get();
            } catch (RuntimeException away) {
                failedAt = System.nanoTime();
                LOG.warn(
                        "Metrics of the database are missing: {}",
                        away.getClass().getSimpleName());
                return null;
            }
        }
    }
}
