package nl.wally.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Which counts may be shown. Categories are taken in an order that does not depend on what is counted, and put together until
 * there are enough; what is left over at the end joins the last group. So no number below the threshold is shown, the groups
 * add up to all there are, and whoever knows these rules cannot tell a small category from the one after it: a group of
 * several may have grown from anything between none and just too few. See ADR 32 for why this holds for all tables together.
 */
final class SuppressionRules {
    private final int threshold;

    /** @param threshold the smallest number that is shown */
    SuppressionRules(int threshold) {
        if (threshold < 2) {
            throw new IllegalArgumentException("Below 2 a person shows");
        }
        this.threshold = threshold;
    }

    /**
     * Puts categories together.
     *
     * @param order all categories there are, also those of which there is nothing
     * @param counts how many of each; left out is none
     * @return nothing at all when all together are too few
     */
    List<Group> groups(List<String> order, Map<String, Integer> counts) {
        List<Group> groups = new ArrayList<>();
        List<String> together = new ArrayList<>();
        int sum = 0;
        for (String category : order) {
            together.add(category);
            sum += counts.getOrDefault(category, 0);
            if (sum >= threshold) {
                groups.add(new Group(together, sum));
                together = new ArrayList<>();
                sum = 0;
            }
        }
        if (!groups.isEmpty() && !together.isEmpty()) {
            Group last = groups.remove(groups.size() - 1);
            together.addAll(0, last.categories());
            groups.add(new Group(together, last.referrals() + sum));
        }
        return List.copyOf(groups);
    }
}
