package nl.wally.reporting;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes what a Dutch spreadsheet opens at a double click: semicolons, UTF-8 with its mark, and nothing that is a formula. */
final class Csv {
    private static final String MARK = "\uFEFF";

    /** What a spreadsheet takes for the beginning of a formula. */
    private static final Pattern FORMULA = Pattern.compile("^\\s*[=+\\-@\\t\\r]");

    private Csv() {}

    static String write(List<List<String>> rows) {
        return rows.stream()
                .map(row -> row.stream().map(Csv::cell).collect(Collectors.joining(";")))
                .collect(Collectors.joining("\r\n", MARK, "\r\n"));
    }

    private static String cell(String text) {
        String harmless = FORMULA.matcher(text).find() ? "'" + text : text;
        return harmless.matches("[^;\"\\r\\n]*") ? harmless : '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
