package nl.wally.shared;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads a table by which the server judges: commas between cells, spaces between the words of a cell, no quotes. A
 * table that is not exactly as expected is refused, so that a typing error never becomes a wrong permission.
 */
public final class CsvTable {
    private final String name;

    private CsvTable(String name) {
        this.name = name;
    }

    /** One line: its cells and the words to complain about it. */
    public record Row(CsvTable table, int line, List<String> cells) {
        public String cell(int column) {
            return cells.get(column);
        }

        public List<String> words(int column) {
            String cell = cell(column);
            return cell.isEmpty() ? List.of() : List.of(cell.split(" +"));
        }

        public <T> List<T> words(int column, String kind, Function<String, Optional<T>> known) {
            return words(column).stream()
                    .map(word -> known.apply(word).orElseThrow(() -> wrong("unknown " + kind + " '" + word + "'")))
                    .toList();
        }

        public <T> T word(int column, String kind, Function<String, Optional<T>> known) {
            List<T> found = words(column, kind, known);
            if (found.size() != 1) {
                throw wrong("exactly one " + kind + " expected in '" + cell(column) + "'");
            }
            return found.get(0);
        }

        public IllegalStateException wrong(String what) {
            return table.wrong(line, what);
        }
    }

    /**
     * Reads the table from the class path and turns each row into a value; blank lines do not count.
     *
     * @throws IllegalStateException naming file and line, when the table is malformed
     */
    public static <T> List<T> load(String resource, String header, Function<Row, T> row) {
        try (InputStream in = CsvTable.class.getResourceAsStream("/" + resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + ": not on the class path");
            }
            return read(resource, new InputStreamReader(in, StandardCharsets.UTF_8), header, row);
        } catch (IOException e) {
            throw new UncheckedIOException(resource + ": cannot be read", e);
        }
    }

    /** The same, from somewhere else. */
    public static <T> List<T> read(String name, Reader source, String header, Function<Row, T> row) throws IOException {
        CsvTable table = new CsvTable(name);
        BufferedReader lines = new BufferedReader(source);
        String first = lines.readLine();
        if (!header.equals(first)) {
            throw table.wrong(1, "the header must be '" + header + "'");
        }
        int width = header.split(",", -1).length;
        List<T> values = new ArrayList<>();
        int number = 1;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            List<String> cells =
                    List.of(line.split(",", -1)).stream().map(String::strip).toList();
            if (cells.size() != width) {
                throw table.wrong(number, width + " cells expected, not " + cells.size());
            }
            values.add(row.apply(new Row(table, number, cells)));
        }
        if (values.isEmpty()) {
            throw table.wrong(number, "no rows");
        }
        return List.copyOf(values);
    }

    private IllegalStateException wrong(int line, String what) {
        return new IllegalStateException(name + ", line " + line + ": " + what);
    }
}
