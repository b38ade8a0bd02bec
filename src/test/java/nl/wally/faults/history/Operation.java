package nl.wally.faults.history;

/**
 * What one client did. Times are ticks of one clock that all clients share.
 *
 * @param returned when the answer was there; {@link #NEVER} when it was lost, and it may have been done at any time since,
 *     or not at all
 * @param deed what was asked and what was answered
 */
record Operation<D>(int client, long invoked, long returned, D deed) {
    static final long NEVER = Long.MAX_VALUE;

    boolean isAnswered() {
        return returned != NEVER;
    }
}
