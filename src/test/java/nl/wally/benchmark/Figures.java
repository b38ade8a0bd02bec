package nl.wally.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** All that was measured. */
final class Figures {
    private final List<Run> runs = new ArrayList<>();
    private final Map<String, Double> statements = new LinkedHashMap<>();
    private final List<String> remarks = new ArrayList<>();

    void add(Run run) {
        runs.add(run);
    }

    /** How many SQL statements an operation took. */
    void statements(String side, String mix, double perOperation) {
        statements.put(side + ";" + mix, perOperation);
    }

    void remark(String text) {
        remarks.add(text);
    }

    List<String> remarks() {
        return remarks;
    }

    double statements(String side, String mix) {
        return statements.getOrDefault(side + ";" + mix, 0.0);
    }

    /** The sides on which this mix was measured, in the order in which they were. */
    Set<String> sides(String mix) {
        return all(run -> run.mix().equals(mix), Run::side);
    }

    Set<String> sides() {
        return all(run -> true, Run::side);
    }

    /** The mixes that were measured on this side. */
    Set<String> mixes(String side) {
        return all(run -> run.side().equals(side), Run::mix);
    }

    private Set<String> all(java.util.function.Predicate<Run> which, Function<Run, String> what) {
        Set<String> found = new LinkedHashSet<>();
        runs.stream().filter(which).map(what).forEach(found::add);
        return found;
    }

    /** The rounds that count. */
    List<Run> rounds(String side, String mix, String model) {
        return runs.stream()
                .filter(run -> run.round() > 0
                        && run.side().equals(side)
                        && run.mix().equals(mix)
                        && run.model().equals(model))
                .toList();
    }

    /** The middle of the rounds that know it; zero when none does. */
    double middle(String side, String mix, String model, Figure figure) {
        double[] known = rounds(side, mix, model).stream()
                .mapToDouble(figure.of)
                .filter(value -> value > 0)
                .sorted()
                .toArray();
        if (known.length == 0) {
            return 0;
        }
        return (known[(known.length - 1) / 2] + known[known.length / 2]) / 2;
    }

    /** The raw figures of each round. */
    void write(Path file) throws IOException {
        List<String> lines = new ArrayList<>(List.of(Run.HEADER));
        runs.forEach(run -> lines.add(run.line()));
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, lines);
    }
}
