package nl.wally.people;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * CSV as a Dutch spreadsheet opens it at a double click: semicolons, and UTF-8 with its mark. A cell that begins like a formula
 * would be calculated (OWASP, CSV injection), so it goes out behind an apostrophe, which is taken off when it comes back.
 */
public final class Spreadsheet {
    /** Excel takes a file for UTF-8 when it begins with this. */
    public static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final Pattern LIKE_FORMULA = Pattern.compile("(?s)[\\s']*[=+\\-@\\t\\r\\n＝＋－＠].*");

    private static final CSVFormat FORMAT =
            CSVFormat.EXCEL.builder().setDelimiter(';').get();

    private Spreadsheet() {}

    /** The text of a file with these rows. */
    public static String write(List<List<String>> rows) {
        StringBuilder file = new StringBuilder().append(BYTE_ORDER_MARK);
        try (CSVPrinter printer = new CSVPrinter(file, FORMAT)) {
            for (List<String> row : rows) {
                printer.printRecord(row.stream().map(Spreadsheet::harmless).toList());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return file.toString();
    }

    /** A cell of such a file as somebody typed it. */
    public static String asTyped(String cell) {
        return cell.startsWith("'") && isLikeFormula(cell) ? cell.substring(1) : cell;
    }

    private static String harmless(String cell) {
        return isLikeFormula(cell) ? "'" + cell : cell;
    }

    private static boolean isLikeFormula(String cell) {
        return LIKE_FORMULA.matcher(cell).matches();
    }
}
