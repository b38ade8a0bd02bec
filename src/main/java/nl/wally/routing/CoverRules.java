package nl.wally.routing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * When all who may receive the referrals of a team will be away at once (W-1). A team in which nobody holds a place has a
 * gap, and that is another alarm.
 */
final class CoverRules {
    private CoverRules() {}

    /**
     * The times that begin before a horizon, in their order; one that is on begins now.
     *
     * @param turns the moments at which somebody of the team comes or goes: between two of them nothing changes
     * @param team the team as it will be at a moment
     */
    static List<Uncovered> ahead(
            SortedSet<Instant> turns, Function<Instant, TeamNow> team, Instant now, Instant horizon) {
        SortedSet<Instant> moments = new TreeSet<>(turns.tailSet(now));
        moments.add(now);
        List<Uncovered> found = new ArrayList<>();
        Optional<Instant> since = Optional.empty();
        for (Instant moment : moments) {
            boolean uncovered = isUncovered(team.apply(moment));
            if (since.isPresent() && !uncovered) {
                found.add(new Uncovered(since.get(), moment));
                since = Optional.empty();
            } else if (since.isEmpty() && uncovered && moment.isBefore(horizon)) {
                since = Optional.of(moment);
            }
        }
        since.ifPresent(start -> found.add(new Uncovered(start, Instant.MAX)));
        return found.stream().filter(time -> !time.isEmpty()).toList();
    }

    /** The same times with those that are on since when it was said: what was told stays as it was told. */
    static List<Uncovered> carriedOn(List<Uncovered> told, List<Uncovered> ahead, Instant now) {
        return ahead.stream()
                .map(time -> told.stream()
                        .filter(before -> time.covers(now) && before.covers(now))
                        .findFirst()
                        .map(before -> new Uncovered(before.start(), time.end()))
                        .orElse(time))
                .toList();
    }

    private static boolean isUncovered(TeamNow team) {
        return !team.receivers().isEmpty() && team.receivers().stream().noneMatch(TeamNow.Member::present);
    }
}
