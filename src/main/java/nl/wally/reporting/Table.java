package nl.wally.reporting;

import java.util.List;
import nl.wally.shared.Language;
import nl.wally.shared.Words;

/**
 * One table as a page shows it.
 *
 * @param id for the page itself
 * @param rows at least one
 */
record Table(String id, Words title, List<Row> rows) {
    /**
     * @param labels what is counted in this row: one category, or several that are counted together
     * @param percent of all rows of the table, rounded
     */
    record Row(List<String> labels, int referrals, int percent) {}

    static Table of(Breakdown breakdown, List<Group> groups, CategoryNames labels, Language language) {
        int all = Share.sum(groups);
        return new Table(
                breakdown.name().toLowerCase(java.util.Locale.ROOT),
                breakdown.title(),
                groups.stream()
                        .map(group -> new Row(
                                group.categories().stream()
                                        .map(category -> labels.of(breakdown, category, language))
                                        .toList(),
                                group.referrals(),
                                Math.round(group.referrals() * 100f / all)))
                        .toList());
    }
}
