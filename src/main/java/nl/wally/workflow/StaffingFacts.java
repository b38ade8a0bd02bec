package nl.wally.workflow;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.wally.routing.TeamNow;

/**
 * What {@link StaffingRules} judge by.
 *
 * @param now who has the referral; attended when the Task is not flagged
 * @param ownerSince since when the owner is the owner
 * @param team the current team of the practice, with who is present
 * @param people owner and recipients, as far as they are known
 * @param former who had a place in a team of this practice and lost it, and when
 */
record StaffingFacts(
        Staffing now, Instant ownerSince, TeamNow team, Map<String, Person> people, Map<String, Instant> former) {

    /**
     * Somebody at this moment.
     *
     * @param employed not left, and begun
     * @param present employed and not away
     * @param handsOver away, and it was agreed that open referrals are handed over meanwhile
     * @param standIn whom they named to stand in during the absence that is on
     */
    record Person(boolean employed, boolean present, boolean handsOver, Optional<String> standIn) {
        /** One who named nobody to stand in. */
        Person(boolean employed, boolean present, boolean handsOver) {
            this(employed, present, handsOver, Optional.empty());
        }

        static final Person UNKNOWN = new Person(false, false, false);
    }

    Person person(String role) {
        return people.getOrDefault(role, Person.UNKNOWN);
    }

    /** Who may receive a referral of this practice now, in the order of W-1. */
    List<String> receivers() {
        return team.receivers().stream().map(TeamNow.Member::role).distinct().toList();
    }

    /** Who may own it for the time of an absence: named by a receiver, or by the owner, wherever that one has a place. */
    List<String> standIns() {
        return Stream.concat(
                        team.standIns().stream(),
                        now.owner().flatMap(owner -> person(owner).standIn()).stream())
                .filter(role -> person(role).employed())
                .distinct()
                .toList();
    }

    Optional<String> nextPresent(List<String> candidates) {
        return candidates.stream().filter(role -> person(role).present()).findFirst();
    }
}
