package nl.wally.fhir;

import static nl.wally.shared.Words.words;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.ReentrantLock;
import nl.wally.shared.Problem;
import nl.wally.shared.Refusal;
import nl.wally.shared.RefusedException;

/**
 * The one place that bounds how much is in hand at a time. There are a little fewer places than connections to the database;
 * who finds none free waits in a short line, and who would wait too long is asked at once to come back. So throughput under
 * load stays what it is at its best, and nobody is answered after having given up. See ADR 36.
 *
 * <p>Places are shared fairly by callers: the next one goes to whoever has the fewest, and when too many wait the newest of
 * whoever waits most steps out for somebody else. Alone, a caller may have them all. Reads and writes have a line each, and
 * neither ever has all places, so that none of them waits for the end of all the others; but they wait in one room, so that of
 * both the same share is refused. See ADR 42.
 */
public final class Admission implements MeterBinder {
    /** What differs so much in what it costs that it waits in a line of its own. */
    public enum Kind {
        READ,
        WRITE,
        /** Asking for a token: the hash of a secret takes sixty milliseconds of a processor, and everybody may ask. */
        TOKEN;

        private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

        /** Of a request with this method, to this path. */
        public static Kind of(String method, String path) {
            boolean search = method.equals("POST") && path.endsWith("/_search");
            return search || READING.contains(method) ? READ : WRITE;
        }
    }

    private static final List<Refusal> FULL = List.of(new Refusal(
            Problem.UNAVAILABLE,
            "",
            words("The server has as much in hand as it can do, and has done nothing of this."
                    + " Send it again after as many seconds as the header Retry-After says.")));

    private static final int LEAST_WAIT = 2;
    private static final int SPREAD = 4;

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Kind, Line> lines = new EnumMap<>(Kind.class);
    private final Map<Kind, WaitingRoom> rooms = new EnumMap<>(Kind.class);
    private final int places;
    private final Duration longestWait;
    private int inHand;
    private long turns;
    private long refused;

    Admission(AdmissionProperties settings) {
        this.places = settings.places();
        this.longestWait = settings.longestWait();
        int most = places - settings.reserved();
        var reads = new Line(lock, most);
        var writes = new Line(lock, most);
        var tokens = new Line(lock, settings.tokens());
        lines.putAll(Map.of(Kind.READ, reads, Kind.WRITE, writes, Kind.TOKEN, tokens));
        var ofMost = new WaitingRoom(settings.line(), List.of(reads, writes));
        var ofTokens = new WaitingRoom(settings.line(), List.of(tokens));
        rooms.putAll(Map.of(Kind.READ, ofMost, Kind.WRITE, ofMost, Kind.TOKEN, ofTokens));
    }

    /** A place that somebody has; free again when it is closed. */
    public interface Place extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * How things stand.
     *
     * @param inHand how many have a place
     * @param waiting how many wait for one
     * @param refused how many have been asked to come back, since the start
     */
    public record Standing(int inHand, int waiting, long refused) {}

    /** How things stand on this node. */
    public Standing standing() {
        lock.lock();
        try {
            return new Standing(
                    inHand, lines.values().stream().mapToInt(Line::waiting).sum(), refused);
        } finally {
            lock.unlock();
        }
    }

    /** Metrics {@code wally_admission_…}: what goes on no record, so that being asked to come back costs the database nothing. */
    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("wally.admission.in.hand", this, one -> one.standing().inHand())
                .description("Requests that have a place")
                .register(registry);
        Gauge.builder("wally.admission.waiting", this, one -> one.standing().waiting())
                .description("Requests that wait for a place")
                .register(registry);
        FunctionCounter.builder(
                        "wally.admission.refused", this, one -> one.standing().refused())
                .description("Requests that were asked to come back because there was too much to do")
                .register(registry);
    }

    /**
     * Waits for a place, not for long.
     *
     * @param who shares with others; the same words for the same caller
     * @throws RefusedException {@link Problem#UNAVAILABLE}, with how long to wait: nothing was done
     */
    public Place enter(Kind kind, String who) {
        Line line = line(kind);
        lock.lock();
        try {
            Turn turn = line.join(who, turns++);
            handOut();
            room(kind).makeRoom(line, who);
            if (!turn.isGranted(longestWait)) {
                line.leave(turn);
                throw refusal();
            }
        } finally {
            lock.unlock();
        }
        return () -> release(line, who);
    }

    /** Whether there is no place and hardly any room to wait for one, so that {@link #requireRoom} may refuse somebody. */
    public boolean isTight(Kind kind) {
        lock.lock();
        try {
            return isWithoutPlace(kind) && room(kind).isTight();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Refuses at once whom {@link #enter} would refuse at once now, or would have step out as soon as somebody else comes, and
     * takes nothing for anybody: so it may be asked before it is certain who this is.
     *
     * @throws RefusedException as {@link #enter} does
     */
    public void requireRoom(Kind kind, String who) {
        lock.lock();
        try {
            if (isWithoutPlace(kind) && room(kind).isFullFor(who)) {
                throw refusal();
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean isWithoutPlace(Kind kind) {
        return inHand >= places || !line(kind).isOpen();
    }

    private WaitingRoom room(Kind kind) {
        return Objects.requireNonNull(rooms.get(kind));
    }

    private Line line(Kind kind) {
        return Objects.requireNonNull(lines.get(kind));
    }

    private void release(Line line, String who) {
        lock.lock();
        try {
            line.release(who);
            inHand--;
            handOut();
        } finally {
            lock.unlock();
        }
    }

    /** Of the lines that may have another place, the one whose next turn came first. */
    private void handOut() {
        while (inHand < places) {
            Optional<Line> next =
                    lines.values().stream().filter(Line::isReady).min(Comparator.comparingLong(Line::next));
            if (next.isEmpty()) {
                return;
            }
            next.get().grant();
            inHand++;
        }
    }

    /** Not all at the same moment, or they would be refused together again. */
    private RefusedException refusal() {
        refused++;
        int wait = LEAST_WAIT + ThreadLocalRandom.current().nextInt(SPREAD);
        return new RefusedException(FULL).retryAfter(Duration.ofSeconds(wait));
    }
}
