package nl.wally.fhir;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.Lock;

/**
 * Who waits for a place, and who has one, of one kind: fair queueing that drops from the longest queue (McKenney, Stochastic
 * Fairness Queueing, 1990). All of it under the lock of {@link Admission}; as many steps as there are callers in the line.
 */
final class Line {
    private final Lock lock;
    private final int mostInHand;
    private final int mostWaiting;

    /** Those who wait, by caller; whoever was served last stands last. */
    private final Map<String, Deque<Turn>> waiting = new LinkedHashMap<>();

    private final Map<String, Integer> places = new HashMap<>();
    private int waits;
    private int inHand;

    /**
     * @param mostInHand how many places it may have
     * @param mostWaiting how many may wait
     */
    Line(Lock lock, int mostInHand, int mostWaiting) {
        this.lock = lock;
        this.mostInHand = mostInHand;
        this.mostWaiting = mostWaiting;
    }

    int inHand() {
        return inHand;
    }

    int waiting() {
        return waits;
    }

    boolean isReady() {
        return waits > 0 && inHand < mostInHand;
    }

    /**
     * A turn at the end of what this caller waits for; empty when the line is full and nobody has more in it. Nobody waits
     * while there is a place for this kind, so a full line always means that there is none.
     */
    Optional<Turn> join(String who) {
        if (waits >= mostWaiting && !makeRoom(who)) {
            return Optional.empty();
        }
        Turn turn = new Turn(who, lock.newCondition());
        waiting.computeIfAbsent(who, key -> new ArrayDeque<>()).addLast(turn);
        waits++;
        return Optional.of(turn);
    }

    /** The newest of whoever waits most steps out, unless this caller would then be the one. */
    private boolean makeRoom(String who) {
        int mine = waiting.containsKey(who) ? waiting.get(who).size() : 0;
        Optional<Deque<Turn>> longest = waiting.values().stream()
                .max(Comparator.comparingInt(Deque::size))
                .filter(turns -> turns.size() > mine + 1);
        longest.map(Deque::getLast).ifPresent(newest -> {
            leave(newest);
            newest.pushOut();
        });
        return longest.isPresent();
    }

    /** Gives a place to whoever has the fewest and, of those, was served the longest ago. */
    void grant() {
        String who = waiting.keySet().stream()
                .min(Comparator.comparingInt(caller -> places.getOrDefault(caller, 0)))
                .orElseThrow();
        Deque<Turn> turns = Objects.requireNonNull(waiting.remove(who));
        Turn turn = turns.removeFirst();
        if (!turns.isEmpty()) {
            waiting.put(who, turns);
        }
        waits--;
        inHand++;
        places.merge(who, 1, Integer::sum);
        turn.grant();
    }

    void release(String who) {
        inHand--;
        places.computeIfPresent(who, (caller, many) -> many == 1 ? null : many - 1);
    }

    /** Waits no more; nothing happens to who does not wait. */
    void leave(Turn turn) {
        Deque<Turn> turns = waiting.get(turn.who());
        if (turns != null && turns.remove(turn)) {
            waits--;
            if (turns.isEmpty()) {
                waiting.remove(turn.who());
            }
        }
    }
}
