package nl.wally.reporting;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is published of the referrals of one organisation in one quarter. */
final class PublicationRules {
    private final CountingRules counting;
    private final SuppressionRules suppression;

    PublicationRules(CountingRules counting, SuppressionRules suppression) {
        this.counting = counting;
        this.suppression = suppression;
    }

    /**
     * All tables, each of the same referrals; of those that have a part of their own, only where that part is shown by itself.
     *
     * @param orders all categories of each breakdown
     */
    Map<Breakdown, List<Group>> publish(Collection<Fact> facts, Map<Breakdown, List<String>> orders) {
        Map<Breakdown, List<Group>> published = new EnumMap<>(Breakdown.class);
        for (Breakdown breakdown : Breakdown.values()) {
            List<Group> endings = published.getOrDefault(Breakdown.ENDING, List.of());
            boolean shown = breakdown
                    .within()
                    .map(part -> endings.stream()
                            .anyMatch(group -> group.categories().equals(List.of(part))))
                    .orElse(true);
            Map<String, Integer> counts = shown ? counts(breakdown, facts) : Map.of();
            List<Group> groups = suppression.groups(order(orders.getOrDefault(breakdown, List.of()), counts), counts);
            if (!groups.isEmpty()) {
                published.put(breakdown, groups);
            }
        }
        return published;
    }

    /** What nobody has foreseen comes last: nothing is left out, for then a difference would show how much. */
    private static List<String> order(List<String> known, Map<String, Integer> counts) {
        return Stream.concat(known.stream(), counts.keySet().stream().sorted())
                .distinct()
                .toList();
    }

    private Map<String, Integer> counts(Breakdown breakdown, Collection<Fact> facts) {
        return facts.stream()
                .filter(fact -> breakdown
                        .within()
                        .map(counting.category(Breakdown.ENDING, fact)::equals)
                        .orElse(true))
                .collect(Collectors.groupingBy(
                        fact -> counting.category(breakdown, fact), Collectors.summingInt(fact -> 1)));
    }
}
