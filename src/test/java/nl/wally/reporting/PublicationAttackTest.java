package nl.wally.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * Attacks publications as somebody who has all of one, knows the rules by which it was made, and can compute without end: makes
 * every region there can be, publishes each, and sees what all regions with the same publication have in common. With a small
 * threshold, so that every region can be tried; the rules know no other difference.
 */
class PublicationAttackTest {
    private static final int THRESHOLD = 3;

    private static final Map<Breakdown, List<String>> ORDERS = Map.of(
            Breakdown.PRACTICE, List.of("p", "q", "r"),
            Breakdown.AREA, List.of("finances", "housing", "justice"),
            Breakdown.ENDING, Breakdown.Ending.ALL,
            Breakdown.OUTCOME, List.of("helped", "not-helped"),
            Breakdown.STOPPED, CountingRules.STOPPED);

    private final CountingRules counting = Counting.rules();
    private final PublicationRules rules = new PublicationRules(counting, new SuppressionRules(THRESHOLD));

    @Test
    void noSmallNumberFollowsFromTwoTables() {
        attack(kinds(List.of("p", "q", "r"), List.of("finances", "housing", "justice"), List.of("requested")), 8);
    }

    @Test
    void noSmallNumberFollowsFromThoseThatAreCompletedAndTheirOutcome() {
        attack(
                kinds(
                        List.of("p", "q"),
                        List.of("finances"),
                        List.of("completed helped", "completed not-helped", "rejected", "failed", "requested")),
                7);
    }

    @Test
    void noSmallNumberFollowsFromThreeTables() {
        attack(kinds(List.of("p", "q"), List.of("finances", "housing"), List.of("completed helped", "requested")), 9);
    }

    /** Every referral that there can be: the product of these. */
    private static List<Fact> kinds(List<String> practices, List<String> areas, List<String> ends) {
        List<Fact> kinds = new ArrayList<>();
        for (String practice : practices) {
            for (String area : areas) {
                for (String end : ends) {
                    String[] words = end.split(" ");
                    kinds.add(Counting.fact(practice, area, words[0], words.length > 1 ? words[1] : null));
                }
            }
        }
        return kinds;
    }

    /** Every region with at most so many referrals of these kinds. */
    private void attack(List<Fact> kinds, int most) {
        List<long[]> conditions = conditions(kinds);
        Map<Object, int[]> known = new HashMap<>();
        each(new int[kinds.size()], 0, most, region -> {
            int[] numbers =
                    conditions.stream().mapToInt(one -> count(region, one)).toArray();
            known.merge(publication(kinds, region), numbers, PublicationAttackTest::agree);
        });
        assertThat(known).hasSizeGreaterThan(100);
        known.forEach((publication, numbers) -> assertThat(numbers)
                .as("derived from %s", publication)
                .noneMatch(number -> number > 0 && number < THRESHOLD));
    }

    /** What is asked of a region: how many are in one category, or in two of different tables; as the kinds that are. */
    private List<long[]> conditions(List<Fact> kinds) {
        List<long[]> single = new ArrayList<>();
        ORDERS.forEach((breakdown, categories) -> categories.forEach(category -> {
            long[] members = new long[] {0};
            for (int at = 0; at < kinds.size(); at++) {
                if (breakdown
                                .within()
                                .map(counting.category(Breakdown.ENDING, kinds.get(at))::equals)
                                .orElse(true)
                        && category.equals(counting.category(breakdown, kinds.get(at)))) {
                    members[0] |= 1L << at;
                }
            }
            single.add(members);
        }));
        List<long[]> all = new ArrayList<>(single);
        for (long[] one : single) {
            for (long[] other : single) {
                all.add(new long[] {one[0] & other[0]});
            }
        }
        return all;
    }

    private static int count(int[] region, long[] members) {
        int count = 0;
        for (int at = 0; at < region.length; at++) {
            count += (members[0] >> at & 1) == 1 ? region[at] : 0;
        }
        return count;
    }

    private Object publication(List<Fact> kinds, int[] region) {
        List<Fact> facts = new ArrayList<>();
        for (int at = 0; at < region.length; at++) {
            for (int n = 0; n < region[at]; n++) {
                facts.add(kinds.get(at));
            }
        }
        return new EnumMap<>(rules.publish(facts, ORDERS));
    }

    /** Where two regions differ nothing is known, which is written as -1. */
    private static int[] agree(int[] one, int[] other) {
        for (int at = 0; at < one.length; at++) {
            one[at] = one[at] == other[at] ? one[at] : -1;
        }
        return one;
    }

    private static void each(int[] region, int from, int left, Consumer<int[]> attack) {
        if (from == region.length) {
            attack.accept(region);
            return;
        }
        for (int count = 0; count <= left; count++) {
            region[from] = count;
            each(region, from + 1, left - count, attack);
        }
        region[from] = 0;
    }
}
