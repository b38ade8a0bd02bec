package nl.wally.faults.history;

import java.util.Optional;
import nl.wally.faults.history.OnceOnly.Deed;
import nl.wally.faults.history.OnceOnly.State;

/**
 * A sender's own number: a register that is written once. Whoever sends the same under it again is answered with the same
 * referral, and something else is refused (409 {@code duplicate}).
 */
record OnceOnly() implements Model<State, Deed> {
    private static final State NOTHING = new State("", "");

    /**
     * @param content what was sent; empty before anything was
     * @param task the Task of the referral; empty when nobody has seen it yet
     */
    record State(String content, String task) {}

    /** What is asked under a number, with the answer. */
    sealed interface Deed {}

    /**
     * @param task which it became; empty when the answer was lost
     */
    record Sent(String content, String task) implements Deed {}

    record Duplicate(String content) implements Deed {}

    record Found(String task) implements Deed {}

    record NotFound() implements Deed {}

    @Override
    public State start() {
        return NOTHING;
    }

    @Override
    public Optional<State> after(State state, Deed deed) {
        if (deed instanceof Sent sent) {
            return state.equals(NOTHING)
                    ? Optional.of(new State(sent.content(), sent.task()))
                    : sent.content().equals(state.content()) ? known(state, sent.task()) : Optional.empty();
        }
        if (deed instanceof Found found) {
            return state.equals(NOTHING) ? Optional.empty() : known(state, found.task());
        }
        boolean fits = deed instanceof Duplicate duplicate
                ? !state.equals(NOTHING) && !duplicate.content().equals(state.content())
                : state.equals(NOTHING);
        return fits ? Optional.of(state) : Optional.empty();
    }

    /** The same, now that its Task has been seen; nothing when that is another one. */
    private static Optional<State> known(State state, String task) {
        if (task.isEmpty() || task.equals(state.task())) {
            return Optional.of(state);
        }
        return state.task().isEmpty() ? Optional.of(new State(state.content(), task)) : Optional.empty();
    }
}
