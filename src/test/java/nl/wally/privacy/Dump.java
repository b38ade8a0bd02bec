package nl.wally.privacy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.JdbcTemplate;

/** Every row of every table of a database as text, large objects and bytes decoded: what a thief of a backup would read. */
final class Dump {
    private static final Pattern BYTES = Pattern.compile("\\\\\\\\?x((?:[0-9a-f]{2})+)");

    private final JdbcTemplate jdbc;

    Dump(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The rows in which any of these words stands, whatever its case, each with its table in front. */
    List<String> rowsWith(String... words) {
        return all().stream()
                .filter(row -> contains(row, words))
                .map(row -> row.substring(0, Math.min(300, row.length())))
                .toList();
    }

    /** All rows, in no order. */
    List<String> all() {
        List<String> rows = new ArrayList<>();
        for (String table : tables()) {
            jdbc.queryForList("select t::text from \"" + table + "\" t", String.class)
                    .forEach(row -> rows.add(table + ": " + row + decoded(row)));
        }
        jdbc.queryForList("select lo_get(oid) from pg_largeobject_metadata", byte[].class)
                .forEach(bytes -> rows.add("pg_largeobject: " + new String(bytes, StandardCharsets.UTF_8)));
        return rows;
    }

    List<String> tables() {
        return jdbc.queryForList(
                "select table_name from information_schema.tables where table_schema = 'public' order by 1",
                String.class);
    }

    private static boolean contains(String row, String... words) {
        String lower = row.toLowerCase(Locale.ROOT);
        for (String word : words) {
            if (lower.contains(word.toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }

    private static String decoded(String row) {
        StringBuilder text = new StringBuilder();
        BYTES.matcher(row)
                .results()
                .forEach(bytes -> text.append(' ')
                        .append(new String(HexFormat.of().parseHex(bytes.group(1)), StandardCharsets.UTF_8)));
        return text.toString();
    }
}
