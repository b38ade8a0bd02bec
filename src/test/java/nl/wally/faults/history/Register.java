package nl.wally.faults.history;

import java.util.Optional;
import nl.wally.faults.history.Register.Deed;
import nl.wally.faults.history.Register.State;

/**
 * A Task: a register with compare-and-set by its version. Who changes it names the version seen in {@code If-Match}; when
 * that is the current one the next is made, otherwise nothing happens and the answer is 412. Whatever way it is read, from
 * whichever node, it is the current version.
 */
record Register() implements Model<State, Deed> {
    /**
     * @param value what the last change wrote, which no other does
     */
    record State(int version, String value) {}

    /** What is asked of a Task, with the answer. */
    sealed interface Deed {}

    /** By id, by a search, or as the newest of its history. */
    record Read(int version, String value) implements Deed {}

    /** {@code If-None-Match} was answered 304. */
    record Unchanged(int version) implements Deed {}

    /**
     * @param seen the version of {@code If-Match}
     * @param made the version that it became
     */
    record Written(int seen, String value, int made) implements Deed {
        /** Of which nobody knows what became. */
        static Written perhaps(int seen, String value) {
            return new Written(seen, value, seen + 1);
        }
    }

    /** 412. */
    record Refused(int seen) implements Deed {}

    @Override
    public State start() {
        return new State(1, "");
    }

    @Override
    public Optional<State> after(State state, Deed deed) {
        if (deed instanceof Written written) {
            return state.version() == written.seen() && written.made() == written.seen() + 1
                    ? Optional.of(new State(written.made(), written.value()))
                    : Optional.empty();
        }
        return tells(state, deed) ? Optional.of(state) : Optional.empty();
    }

    private static boolean tells(State state, Deed deed) {
        return deed instanceof Read read
                ? state.equals(new State(read.version(), read.value()))
                : deed instanceof Unchanged unchanged
                        ? state.version() == unchanged.version()
                        : state.version() != ((Refused) deed).seen();
    }
}
