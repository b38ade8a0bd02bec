package nl.wally.fhir;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.Lock;

/**
 * Who waits for a place, and who has one, of one kind: fair queueing. How many may wait is for the {@link WaitingRoom} to say.
 * All of it under the lock of {@link Admission}; as many steps as there are callers in the line.
 */
final class Line {
    private final Lock lock;
    private final int mostInHand;

    /** Those who wait, by caller; whoever was served last stands last. */
    private final Map<String, Deque<Turn>> waiting = new LinkedHashMap<>();

    private final Map<String, Integer> places = new HashMap<>();
    private int waits;
    private int inHand;

    /** @param mostInHand how many places it may have */
    Line(Lock lock, int mostInHand) {
        this.lock = lock;
        this.mostInHand = mostInHand;
    }

    int inHand() {
        return inHand;
    }

    int waiting() {
        return waits;
    }

    /** Whether it may have another place. */
    boolean isOpen() {
        return inHand < mostInHand;
    }

    boolean isReady() {
        return waits > 0 && isOpen();
    }

    /** Adds to these how many turns each caller waits for here. */
    void count(Map<String, Integer> turns) {
        waiting.forEach((who, mine) -> turns.merge(who, mine.size(), Integer::sum));
    }

    /** A turn at the end of what this caller waits for. */
    Turn join(String who, long number) {
        Turn turn = new Turn(who, number, lock.newCondition());
        waiting.computeIfAbsent(who, key -> new ArrayDeque<>()).addLast(turn);
        waits++;
        return turn;
    }

    /** The newest of what this caller waits for steps out. */
    void pushOut(String who) {
        Turn newest = Objects.requireNonNull(waiting.get(who)).getLast();
        leave(newest);
        newest.pushOut();
    }

    /** The newest turn that this caller waits for; below that of any turn when there is none. */
    long newest(String who) {
        return waiting.containsKey(who) ? waiting.get(who).getLast().number() : Long.MIN_VALUE;
    }

    /** The turn that gets a place next. */
    long next() {
        return Objects.requireNonNull(waiting.get(first())).getFirst().number();
    }

    /** Whoever has the fewest places and, of those, was served the longest ago. */
    private String first() {
        return waiting.keySet().stream()
                .min(Comparator.comparingInt(caller -> places.getOrDefault(caller, 0)))
                .orElseThrow();
    }

    /** Gives a place to who is first. */
    void grant() {
        String who = first();
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
