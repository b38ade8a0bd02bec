package nl.wally.directory;

import static nl.wally.shared.Words.words;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import nl.wally.people.Spreadsheet;
import nl.wally.shared.Words;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Offers as CSV: a line with the heads of {@link Column}, then an offer a line ({@link Spreadsheet}). What is read may have
 * {@code ,} between cells as well.
 */
final class OfferSheet {
    private static final int MOST_LINES = 2_000;
    private static final Charset EXCEL_OF_OLD = Charset.forName("windows-1252");

    private OfferSheet() {}

    /**
     * A line of a file.
     *
     * @param number of the first line that it takes in the file, where the heads are 1
     */
    record Line(int number, OfferText text) {}

    /** What is wrong with a line; the head of the column, or empty when it is the whole line. */
    record Wrong(int line, String head, Words reason) {}

    /** What a file says. */
    record Sheet(List<Line> lines, List<Wrong> wrong) {
        private static Sheet refused(int line, Words reason) {
            return new Sheet(List.of(), List.of(new Wrong(line, "", reason)));
        }
    }

    static String write(List<OfferText> offers) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(columns(Column::head));
        offers.forEach(offer -> rows.add(columns(offer::at)));
        return Spreadsheet.write(rows);
    }

    private static List<String> columns(Function<Column, String> cell) {
        return Arrays.stream(Column.values()).map(cell).toList();
    }

    /** The text of a file: UTF-8, or what Excel for Windows makes of "CSV" by itself. */
    static String decode(byte[] file) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException other) {
            return new String(file, EXCEL_OF_OLD);
        }
    }

    static Sheet read(String content) {
        String text =
                content.isEmpty() || content.charAt(0) != Spreadsheet.BYTE_ORDER_MARK ? content : content.substring(1);
        if (text.isBlank()) {
            return Sheet.refused(1, words("This file is empty."));
        }
        CSVFormat format =
                CSVFormat.EXCEL.builder().setDelimiter(delimiter(text)).get();
        try (CSVParser parser = CSVParser.builder()
                .setReader(new StringReader(text))
                .setFormat(format)
                .get()) {
            return read(parser);
        } catch (IOException | IllegalStateException | UncheckedIOException unreadable) {
            return Sheet.refused(1, words("This is no CSV file, or a quotation mark in it is never closed."));
        }
    }

    private static char delimiter(String text) {
        String heads = text.lines().findFirst().orElse("");
        return heads.chars().filter(letter -> letter == ';').count()
                        >= heads.chars().filter(letter -> letter == ',').count()
                ? ';'
                : ',';
    }

    private static Sheet read(CSVParser parser) {
        List<Optional<Column>> columns = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        List<Wrong> wrong = new ArrayList<>();
        int number = 1;
        for (CSVRecord row : parser) {
            if (number == 1) {
                row.forEach(head -> columns.add(Column.headed(head)));
                wrong.addAll(heads(row, columns));
                if (!wrong.isEmpty()) {
                    return new Sheet(List.of(), wrong);
                }
            } else if (lines.size() == MOST_LINES) {
                return Sheet.refused(number, words("A file has at most {0} offers: make two of it.", MOST_LINES));
            } else if (row.stream().anyMatch(cell -> !cell.isBlank())) {
                take(number, row, columns, lines, wrong);
            }
            number = (int) parser.getCurrentLineNumber() + 1;
        }
        return new Sheet(lines, wrong);
    }

    private static void take(
            int number, CSVRecord row, List<Optional<Column>> columns, List<Line> lines, List<Wrong> wrong) {
        if (row.size() != columns.size()) {
            wrong.add(new Wrong(
                    number,
                    "",
                    words("This line has {0} cells, and the first line {1} heads.", row.size(), columns.size())));
            return;
        }
        Map<Column, String> cells = new EnumMap<>(Column.class);
        for (int index = 0; index < columns.size(); index++) {
            String cell = row.get(index);
            columns.get(index).ifPresent(column -> cells.put(column, Spreadsheet.asTyped(cell)));
        }
        lines.add(new Line(number, new OfferText(cells)));
    }

    private static List<Wrong> heads(CSVRecord row, List<Optional<Column>> columns) {
        List<Wrong> wrong = new ArrayList<>();
        Set<Optional<Column>> before = new HashSet<>();
        for (int index = 0; index < columns.size(); index++) {
            Optional<Column> column = columns.get(index);
            if (column.isEmpty()) {
                wrong.add(new Wrong(1, row.get(index), words("There is no column of this name.")));
            } else if (!before.add(column)) {
                wrong.add(new Wrong(1, row.get(index), words("This column is there twice.")));
            }
        }
        Arrays.stream(Column.values())
                .filter(column -> column.required() && !before.contains(Optional.of(column)))
                .forEach(column -> wrong.add(new Wrong(1, column.head(), words("This column is missing."))));
        return wrong;
    }
}
