package nl.wally.clock;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody is to do by a moment, and has not done yet.
 *
 * @param task the Task that it is about: of the referral or, for an answer, of the question
 * @param since when it was promised
 * @param due the moment itself; once told to somebody it moves only by what was on hold
 * @param rung how far it went up
 * @param pausedAt since when it has been on hold; null while its clock runs
 */
record Promise(
        UUID task,
        Kind kind,
        UUID referral,
        Instant since,
        Instant due,
        Rung rung,
        @Nullable Instant pausedAt) {

    /** One that was just made. */
    Promise(UUID task, Kind kind, UUID referral, Instant since, Instant due) {
        this(task, kind, referral, since, due, Rung.NONE, null);
    }

    /** The same when it has come so far. */
    Promise at(Rung reached) {
        return new Promise(task, kind, referral, since, due, reached, pausedAt);
    }

    String reference() {
        return "Task/" + task;
    }

    /** What is promised. */
    enum Kind {
        /** The Wally tries to reach the person for the first time (W-3, G-DUE). */
        FIRST_CONTACT,
        /** The GP side answers a question of the Wally. */
        ANSWER,
        /** The Wally goes on with what is on hold (G-RESUME). */
        RESUME,
        /** The Wally tells the GP how it stands, by when the GP asked for it (W-6). */
        FEEDBACK;

        /** As others read it, for instance {@code first-contact}. */
        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Whether the owner of the referral has to keep it, and not the GP side. */
        boolean isOfOwner() {
            return this != ANSWER;
        }
    }

    /** How far up a promise went that was not kept; each is reached once, in this order. */
    enum Rung {
        NONE,
        /** Whoever has to keep it was reminded. */
        REMINDER,
        /** The moment passed, and everybody can see that. */
        OVERDUE,
        /** Told to those who may stand in; of an answer, to the Wally who asked. */
        STAND_IN,
        /** Told to the coordinator. */
        COORDINATOR;

        /** As others read it, for instance {@code stand-in}. */
        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        boolean isAtLeast(Rung other) {
            return compareTo(other) >= 0;
        }
    }
}
