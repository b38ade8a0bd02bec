package nl.wally.faults.history;

import java.util.Optional;

/**
 * How something behaves when one asks after the other. A deed leads from one state to one other at most.
 *
 * @param <S> its states, which are told apart by {@code equals}
 * @param <D> what is asked of it, with the answer
 */
interface Model<S, D> {
    S start();

    /** The state after the deed; empty when that state does not give that answer. */
    Optional<S> after(S state, D deed);
}
