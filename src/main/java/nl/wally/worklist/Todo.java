package nl.wally.worklist;

import java.time.LocalDate;
import java.util.Optional;
import nl.wally.shared.Words;

/**
 * What to do next with a referral, and by when.
 *
 * @param group where it stands in the work list
 * @param says what to do, as a sentence
 * @param until the last day for it; empty when nothing was promised
 * @param left how many working days that is from today, as a few words; empty when nothing was promised
 */
record Todo(Group group, Words says, Optional<LocalDate> until, Words left) {
    /** The parts of a work list, in its order. */
    enum Group {
        LATE,
        FRESH,
        CONTACT,
        RUNNING,
        HELD
    }

    public boolean isLate() {
        return group == Group.LATE;
    }
}
