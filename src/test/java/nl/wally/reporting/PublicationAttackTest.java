package nl.wally.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
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
        List<Fact> kinds =
                kinds(List.of("p", "q", "r"), List.of("finances", "housing", "justice"), List.of("requested"));
        assertThat(derived(rules, kinds, 8)).isEmpty();
    }

    @Test
    void noSmallNumberFollowsFromThoseThatAreCompletedAndTheirOutcome() {
        List<String> ends = List.of("completed helped", "completed not-helped", "rejected", "failed", "requested");
        assertThat(derived(rules, kinds(List.of("p", "q"), List.of("finances"), ends), 7))
                .isEmpty();
    }

    @Test
    void noSmallNumberFollowsFromThreeTables() {
        List<String> ends = List.of("completed helped", "requested");
        assertThat(derived(rules, kinds(List.of("p", "q"), List.of("finances", "housing"), ends), 9))
                .isEmpty();
    }

    /** The attack itself works. */
    @Test
    void findsWhatLooserRulesTell() {
        var loose = new PublicationRules(counting, new SuppressionRules(THRESHOLD - 1));
        List<Fact> kinds = kinds(List.of("p", "q"), List.of("finances"), List.of("rejected", "requested"));
        assertThat(derived(loose, kinds, 7)).isNotEmpty();
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

    /** From which publications of regions with at most so many referrals of these kinds a small number follows. */
    private List<Object> derived(PublicationRules attacked, List<Fact> kinds, int most) {
        List<Long> conditions = conditions(kinds);
        Map<Object, int[]> known = new HashMap<>();
        each(new int[kinds.size()], 0, most, region -> {
            int[] numbers =
                    conditions.stream().mapToInt(one -> count(region, one)).toArray();
            known.merge(attacked.publish(facts(kinds, region), ORDERS), numbers, PublicationAttackTest::agree);
        });
        return known.entrySet().stream()
                .filter(one -> IntStream.of(one.getValue()).anyMatch(number -> number > 0 && number < THRESHOLD))
                .map(one -> one.getKey())
                .toList();
    }

    /** What is asked of a region: how many are in one category, or in two of different tables; as the kinds that are. */
    private List<Long> conditions(List<Fact> kinds) {
        List<Long> single = new ArrayList<>();
        ORDERS.forEach((breakdown, categories) -> categories.forEach(category -> {
            long members = 0;
            for (int at = 0; at < kinds.size(); at++) {
                if (breakdown
                                .within()
                                .map(counting.category(Breakdown.ENDING, kinds.get(at))::equals)
                                .orElse(true)
                        && category.equals(counting.category(breakdown, kinds.get(at)))) {
                    members |= 1L << at;
                }
            }
            single.add(members);
        }));
        List<Long> all = new ArrayList<>(single);
        for (long one : single) {
            for (long other : single) {
                all.add(one & other);
            }
        }
        return all;
    }

    private static int count(int[] region, long members) {
        int count = 0;
        for (int at = 0; at < region.length; at++) {
            count += (members >> at & 1) == 1 ? region[at] : 0;
        }
        return count;
    }

    private static List<Fact> facts(List<Fact> kinds, int[] region) {
        List<Fact> facts = new ArrayList<>();
        for (int at = 0; at < region.length; at++) {
            for (int n = 0; n < region[at]; n++) {
                facts.add(kinds.get(at));
            }
        }
        return facts;
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
