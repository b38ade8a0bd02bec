package nl.wally.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SuppressionRulesTest {
    private static final int THRESHOLD = 5;
    private static final List<String> ORDER = List.of("a", "b", "c", "d");

    private final SuppressionRules rules = new SuppressionRules(THRESHOLD);

    @Test
    void showsWhatIsLargeEnoughByItself() {
        assertThat(groups(5, 8, 12, 6)).containsExactly(group(5, "a"), group(8, "b"), group(12, "c"), group(6, "d"));
    }

    @Test
    void countsTheSmallTogetherWithTheNext() {
        assertThat(groups(2, 9, 1, 4)).containsExactly(group(11, "a", "b"), group(5, "c", "d"));
    }

    @Test
    void joinsWhatIsLeftOverToTheLastGroup() {
        assertThat(groups(7, 6, 3, 0)).containsExactly(group(7, "a"), group(9, "b", "c", "d"));
    }

    @Test
    void showsNothingOfTooFew() {
        assertThat(groups(1, 1, 1, 1)).isEmpty();
        assertThat(groups(0, 0, 0, 0)).isEmpty();
    }

    @Test
    void losesNobodyAndShowsNothingSmall() {
        var random = new Random(7);
        for (int round = 0; round < 10_000; round++) {
            int[] counts = random.ints(4, 0, 12).toArray();
            List<Group> groups = groups(counts);
            assertThat(groups).allMatch(group -> group.referrals() >= THRESHOLD);
            if (!groups.isEmpty()) {
                assertThat(Share.sum(groups)).isEqualTo(IntStream.of(counts).sum());
                assertThat(groups.stream().flatMap(group -> group.categories().stream()))
                        .containsExactlyElementsOf(ORDER);
            }
        }
    }

    /** Who knows the rule and the groups still finds several possible numbers for every category that is too small. */
    @Test
    void tellsNoSmallNumberToWhoeverKnowsTheRule() {
        Map<List<Group>, List<Set<Integer>>> possible = new HashMap<>();
        int most = 11;
        for (int code = 0; code < most * most * most * most; code++) {
            int[] counts = {code % most, code / most % most, code / most / most % most, code / most / most / most};
            List<Set<Integer>> seen = possible.computeIfAbsent(
                    groups(counts),
                    groups -> new ArrayList<>(
                            List.of(new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashSet<>())));
            IntStream.range(0, 4).forEach(at -> seen.get(at).add(counts[at]));
        }
        // Of larger groups not all possible numbers were tried.
        possible.keySet().removeIf(groups -> groups.stream().anyMatch(group -> group.referrals() >= most));
        assertThat(possible).hasSizeGreaterThan(500);
        possible.forEach((groups, seen) -> assertThat(seen)
                .as("%s", groups)
                .allSatisfy(numbers -> assertThat(
                                numbers.size() > 1 || numbers.iterator().next() >= THRESHOLD)
                        .isTrue()));
    }

    private List<Group> groups(int... counts) {
        Map<String, Integer> all = new HashMap<>();
        IntStream.range(0, counts.length).forEach(at -> all.put(ORDER.get(at), counts[at]));
        return rules.groups(ORDER, all);
    }

    private static Group group(int referrals, String... categories) {
        return new Group(List.of(categories), referrals);
    }
}
