package nl.wally.costs;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.wally.StatementLog.Executed;

/**
 * What one operation costs; none of it hangs on the machine.
 *
 * @param statements SQL statements; a batch is one, for it is one round trip
 * @param rows inserted, changed and deleted, all together
 * @param validations runs of the validator
 * @param written the same rows by table, for instance {@code audit_record=1 event=2}
 */
record Cost(int statements, int rows, int validations, String written) {
    private static final Comparator<Cost> SIZE = Comparator.comparingInt(Cost::statements)
            .thenComparingInt(Cost::rows)
            .thenComparingInt(Cost::validations);

    static Cost of(List<Executed> sent, long validations) {
        Map<String, Integer> tables = new TreeMap<>();
        sent.stream()
                .filter(one -> one.rows() > 0)
                .forEach(one -> one.tables().forEach(table -> tables.merge(table, one.rows(), Integer::sum)));
        return new Cost(
                sent.size(),
                tables.values().stream().mapToInt(Integer::intValue).sum(),
                (int) validations,
                tables.entrySet().stream()
                        .map(table -> table.getKey() + "=" + table.getValue())
                        .collect(Collectors.joining(" ")));
    }

    boolean isLessThan(Cost other) {
        return SIZE.compare(this, other) < 0;
    }

    @Override
    public String toString() {
        return "%d statements, %d rows, %d validations (%s)".formatted(statements, rows, validations, written);
    }
}
