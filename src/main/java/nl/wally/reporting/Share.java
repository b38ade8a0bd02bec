package nl.wally.reporting;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Predicate;

/**
 * A part of all referrals, in per cent. It is worked out of published groups and of nothing else, so it tells nothing that they
 * do not; where a group is in it for a part, the part lies between two numbers.
 */
record Share(int atLeast, int atMost) {
    /** What part is in these categories. */
    static Share of(List<Group> groups, Collection<String> categories) {
        int all = sum(groups, group -> true);
        int inside = sum(groups, group -> categories.containsAll(group.categories()));
        int touched = sum(groups, group -> group.categories().stream().anyMatch(categories::contains));
        // Rounded outwards, so that what is said is true.
        return all == 0 ? new Share(0, 0) : new Share(inside * 100 / all, (touched * 100 + all - 1) / all);
    }

    /**
     * Within how much time so many had got so far: a median at 50 per cent.
     *
     * @param classes for each time the categories of those who took no longer
     * @return the first that is certain; empty when that is none of them
     */
    static Optional<Integer> within(List<Group> groups, SortedMap<Integer, List<String>> classes, int percent) {
        return classes.entrySet().stream()
                .filter(one -> of(groups, one.getValue()).atLeast() >= percent)
                .map(one -> one.getKey())
                .findFirst();
    }

    /** How many there are in these groups. */
    static int sum(List<Group> groups) {
        return sum(groups, group -> true);
    }

    private static int sum(List<Group> groups, Predicate<Group> which) {
        return groups.stream().filter(which).mapToInt(Group::referrals).sum();
    }
}
