package nl.wally.costs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The table that reviewers read: one line for each operation, by name. */
final class CostTable {
    private static final Path FILE = Path.of("src", "test", "resources", "costs.csv");
    private static final String HEADER = "operation,statements,rows,validations,written\n";

    private CostTable() {}

    static Map<String, Cost> read() {
        Map<String, Cost> costs = new TreeMap<>();
        try {
            Files.readAllLines(FILE).stream()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .forEach(cells -> costs.put(cells[0], cost(cells)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return costs;
    }

    static void write(Map<String, Cost> costs) {
        var text = new StringBuilder(HEADER);
        new TreeMap<>(costs)
                .forEach((operation, cost) -> text.append(operation)
                        .append(",%d,%d,%d,%s\n"
                                .formatted(cost.statements(), cost.rows(), cost.validations(), cost.written())));
        try {
            Files.writeString(FILE, text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Cost cost(String[] cells) {
        return new Cost(Integer.parseInt(cells[1]), Integer.parseInt(cells[2]), Integer.parseInt(cells[3]), cells[4]);
    }
}
