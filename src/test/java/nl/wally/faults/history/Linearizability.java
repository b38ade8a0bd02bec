package nl.wally.faults.history;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a history is linearizable: can all its operations be put into one order, such that each gives the answer that it
 * gave, and none comes before one that had been answered when it was asked?
 *
 * <p>The search of Wing and Gong (<i>Testing and verifying concurrent objects</i>, 1993) with the memory of Lowe (<i>Testing
 * for linearizability</i>, 2017), as in Knossos and Porcupine, with two short cuts. What changes nothing and fits is put as
 * early as it can be: whatever follows it would follow without it. What was never answered is left out, unless it changes
 * something.
 */
final class Linearizability<S, D> {
    /** More of them than this are no history of ours, and would not fit into the memory of a test. */
    private static final int MOST_MEMORIES = 2_000_000;

    private final Model<S, D> model;
    private final Entry<D> head = new Entry<>(null, -1, false);
    private final BitSet placed = new BitSet();
    private final Set<Memory<S>> seen = new HashSet<>();
    private final Deque<Step<S, D>> steps = new ArrayDeque<>();
    private S state;
    private int unplaced;
    private Violation<S, D> furthest;

    private Linearizability(Model<S, D> model, List<Operation<D>> operations) {
        this.model = model;
        this.state = model.start();
        link(operations);
    }

    /**
     * Why there is no such order; empty when there is one.
     *
     * @throws IllegalStateException when that takes too much memory to find out
     */
    static <S, D> Optional<Violation<S, D>> violation(Model<S, D> model, List<Operation<D>> operations) {
        return new Linearizability<>(model, operations).search();
    }

    /**
     * How far the search came.
     *
     * @param order the longest order that was found
     * @param state the state after it
     * @param stuck the operations of which one would have to be next, and none can
     */
    record Violation<S, D>(List<Operation<D>> order, S state, List<Operation<D>> stuck) {
        @Override
        public String toString() {
            List<Operation<D>> last = order.subList(Math.max(0, order.size() - 10), order.size());
            return "after " + order.size() + " operations, the last of which\n" + lines(last) + "it is " + state
                    + ", and none of these can be next:\n" + lines(stuck);
        }

        private static <D> String lines(List<Operation<D>> operations) {
            StringBuilder text = new StringBuilder();
            operations.forEach(operation -> text.append("  ").append(operation).append('\n'));
            return text.toString();
        }
    }

    /** The call of an operation in the order of time, or its answer; the ends of a list that operations are taken out of. */
    private static final class Entry<D> {
        private final Operation<D> operation;
        private final int number;
        private final boolean isAnswer;
        private Entry<D> answer;
        private Entry<D> previous;
        private Entry<D> next;

        Entry(Operation<D> operation, int number, boolean isAnswer) {
            this.operation = operation;
            this.number = number;
            this.isAnswer = isAnswer;
        }

        long time() {
            return isAnswer ? operation.returned() : operation.invoked();
        }

        void takeOut() {
            previous.next = next;
            if (next != null) {
                next.previous = previous;
            }
        }

        void putBack() {
            previous.next = this;
            if (next != null) {
                next.previous = this;
            }
        }
    }

    /** One operation put into the order, and the state before it; without a choice nothing else has to be tried. */
    private record Step<S, D>(Entry<D> call, S before, boolean isChoice) {}

    /** Which operations have been placed, and to which state that led; tried once is enough. */
    private record Memory<S>(BitSet placed, S state) {}

    private void link(List<Operation<D>> operations) {
        List<Entry<D>> entries = new ArrayList<>();
        for (Operation<D> operation : operations) {
            Entry<D> call = new Entry<>(operation, entries.size(), false);
            entries.add(call);
            if (operation.isAnswered()) {
                call.answer = new Entry<>(operation, call.number, true);
                entries.add(call.answer);
                unplaced++;
            }
        }
        // Of one moment calls come first: they overlap.
        entries.sort(Comparator.<Entry<D>>comparingLong(Entry::time).thenComparing(entry -> entry.isAnswer));
        Entry<D> last = head;
        for (Entry<D> entry : entries) {
            entry.previous = last;
            last.next = entry;
            last = entry;
        }
    }

    private Optional<Violation<S, D>> search() {
        Entry<D> entry = head.next;
        while (unplaced > 0) {
            if (!entry.isAnswer) {
                entry = place(entry) ? head.next : entry.next;
                continue;
            }
            // The answer of what has no place yet: it should have had one by now.
            noteHowFar();
            Optional<Entry<D>> choice = goBack();
            if (choice.isEmpty()) {
                return Optional.of(furthest);
            }
            entry = choice.get().next;
        }
        return Optional.empty();
    }

    private boolean place(Entry<D> call) {
        Optional<S> after = model.after(state, call.operation.deed());
        if (after.isEmpty()) {
            return false;
        }
        boolean changes = !after.get().equals(state);
        if (!changes && !call.operation.isAnswered()) {
            return false;
        }
        placed.set(call.number);
        if (changes && !seen.add(new Memory<>((BitSet) placed.clone(), after.get()))) {
            placed.clear(call.number);
            return false;
        }
        if (seen.size() > MOST_MEMORIES) {
            throw new IllegalStateException("Too many orders to try them all");
        }
        steps.push(new Step<>(call, state, changes));
        state = after.get();
        call.takeOut();
        if (call.answer != null) {
            call.answer.takeOut();
            unplaced--;
        }
        return true;
    }

    /** Undoes everything from the last choice on. */
    private Optional<Entry<D>> goBack() {
        while (!steps.isEmpty()) {
            Step<S, D> step = steps.pop();
            Entry<D> call = step.call();
            if (call.answer != null) {
                call.answer.putBack();
                unplaced++;
            }
            call.putBack();
            placed.clear(call.number);
            state = step.before();
            if (step.isChoice()) {
                return Optional.of(call);
            }
        }
        return Optional.empty();
    }

    private void noteHowFar() {
        if (furthest != null && furthest.order().size() >= steps.size()) {
            return;
        }
        List<Operation<D>> order = new ArrayList<>();
        steps.forEach(step -> order.add(step.call().operation));
        Collections.reverse(order);
        List<Operation<D>> stuck = new ArrayList<>();
        for (Entry<D> entry = head.next; !entry.isAnswer; entry = entry.next) {
            stuck.add(entry.operation);
        }
        furthest = new Violation<>(order, state, stuck);
    }
}
