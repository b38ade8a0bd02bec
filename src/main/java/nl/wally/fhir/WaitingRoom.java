package nl.wally.fhir;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where all wait who stand in these lines, so many and no more: when it is full, the newest of whoever waits most steps out
 * (McKenney, Stochastic Fairness Queueing, 1990). One room for reads and writes, so that of both the same share is refused, and
 * what is done under too much load is the same mix as under little. All of it under the lock of {@link Admission}.
 */
final class WaitingRoom {
    /** The last eighth of the room is for those who wait for less than others. */
    private static final int TIGHT = 8;

    private final int most;
    private final List<Line> lines;

    /** @param most how many may wait */
    WaitingRoom(int most, List<Line> lines) {
        this.most = most;
        this.lines = lines;
    }

    int waiting() {
        int sum = 0;
        for (Line line : lines) {
            sum += line.waiting();
        }
        return sum;
    }

    boolean isFull() {
        return waiting() >= most;
    }

    /** Whether so few more may wait that it matters whose they are. */
    boolean isTight() {
        return waiting() >= most - most / TIGHT;
    }

    /**
     * Whether another one of this caller would be the one to step out, since nobody waits for more: now, or, if it would have
     * more than its share of the room, as soon as somebody comes who waits for less. Who steps out has been checked and read
     * for nothing.
     */
    boolean isFullFor(String who) {
        if (!isTight()) {
            return false;
        }
        Map<String, Integer> turns = turns();
        int mine = turns.getOrDefault(who, 0) + 1;
        turns.put(who, mine);
        return turns.values().stream().allMatch(others -> others <= mine) && (isFull() || mine * turns.size() > most);
    }

    /** Has one step out if there are too many: of whoever has more than this caller, or else this caller, who came last. */
    void makeRoom(Line joined, String last) {
        if (waiting() <= most) {
            return;
        }
        Map<String, Integer> turns = turns();
        int mine = turns.getOrDefault(last, 0);
        turns.entrySet().stream()
                .filter(one -> one.getValue() > mine)
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .ifPresentOrElse(this::pushOut, () -> joined.pushOut(last));
    }

    private void pushOut(String who) {
        lines.stream().max(Comparator.comparingLong(line -> line.newest(who))).ifPresent(line -> line.pushOut(who));
    }

    /** How many turns each caller waits for. */
    private Map<String, Integer> turns() {
        Map<String, Integer> turns = new HashMap<>();
        lines.forEach(line -> line.count(turns));
        return turns;
    }
}
