package nl.wally.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nl.wally.notification.Standing.State;

/**
 * How it stands with a receiver after an attempt, and when the next one is.
 *
 * @param first how long to wait after the first failure, in the mean; each time after that it doubles
 * @param longest never wait longer, in the mean
 * @param patience for how long it may fail before it is given up
 */
record StandingRules(Duration first, Duration longest, Duration patience) {
    private static final int MOST_DOUBLINGS = 40;

    /** So that a courier that waits for what is over already does not keep a node busy. */
    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);

    /** So that what a courier said while the clock was wrong does not hold for long. */
    private static final Duration LONGEST_WAIT = Outbox.FARTHEST.dividedBy(2);

    /**
     * @param due when to try again; empty when it is at once, if there is anything left
     * @param waits whether the courier wants to be asked again then, or when there is something new
     */
    record Next(Standing standing, Optional<Instant> due, boolean waits) {
        Next(Standing standing, Optional<Instant> due) {
            this(standing, due, false);
        }
    }

    /**
     * After this outcome.
     *
     * @param now when it came
     * @param chance from 0 to 1, another one each time: receivers that failed together are not tried again together
     */
    Next after(Standing before, Outcome outcome, Instant now, double chance) {
        if (outcome instanceof Outcome.Delivered delivered && delivered.upTo() > before.delivered()) {
            long upTo = Math.min(delivered.upTo(), before.last());
            return new Next(well(before, upTo), Optional.empty());
        }
        if (outcome instanceof Outcome.Waiting waiting) {
            return new Next(before, Optional.of(between(now, waiting.until())), true);
        }
        if (outcome instanceof Outcome.Refused refused) {
            return new Next(failed(before, State.GIVEN_UP, refused.code(), now), Optional.empty());
        }
        String code = outcome instanceof Outcome.Failed failed ? failed.code() : "nothing-delivered";
        Standing standing = failed(before, State.FAILING, code, now);
        return isHopeless(standing, now)
                ? new Next(failed(before, State.GIVEN_UP, code, now), Optional.empty())
                : new Next(standing, Optional.of(now.plus(pause(standing.failures(), chance))));
    }

    private static Instant between(Instant now, Instant until) {
        Instant soonest = now.plus(SHORTEST_WAIT);
        Instant latest = now.plus(LONGEST_WAIT);
        return until.isBefore(soonest) ? soonest : until.isAfter(latest) ? latest : until;
    }

    /** How long to wait after so many failures in a row: the mean, more or less by a quarter. */
    Duration pause(int failures, double chance) {
        double doubled = first.toMillis() * Math.pow(2, Math.min(failures - 1, MOST_DOUBLINGS));
        return Duration.ofMillis((long) (Math.min(doubled, longest.toMillis()) * (0.75 + 0.5 * chance)));
    }

    private boolean isHopeless(Standing standing, Instant now) {
        Instant since = standing.failingSince();
        return since != null && !since.plus(patience).isAfter(now);
    }

    private static Standing well(Standing before, long delivered) {
        return new Standing(before.receiver(), State.WELL, before.last(), delivered, 0, null, null);
    }

    /** Nobody has failed since a moment that is yet to come. */
    private static Standing failed(Standing before, State state, String code, Instant now) {
        Instant known = before.failingSince();
        Instant since = known == null || known.isAfter(now) ? now : known;
        return new Standing(
                before.receiver(), state, before.last(), before.delivered(), before.failures() + 1, since, code);
    }
}
