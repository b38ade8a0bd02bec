package nl.wally.upgrade;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * All rows of all tables, each as text, in the columns that were there when they were first looked at.
 *
 * @param columns by table
 * @param rows by table, in order of their text
 */
record TableRows(Map<String, List<String>> columns, Map<String, List<String>> rows) {
    static TableRows of(JdbcTemplate database) {
        Map<String, List<String>> columns = new TreeMap<>();
        database.query(
                "select c.table_name, c.column_name from information_schema.columns c join information_schema.tables t"
                        + " using (table_schema, table_name) where table_schema = 'public' and table_type = 'BASE TABLE'"
                        + " order by c.table_name, c.ordinal_position",
                row -> {
                    columns.computeIfAbsent(row.getString(1), table -> new java.util.ArrayList<>())
                            .add('"' + row.getString(2) + '"');
                });
        return new TableRows(columns, read(database, columns));
    }

    /** The same tables and columns, as they are by now. */
    TableRows again(JdbcTemplate database) {
        return new TableRows(columns, read(database, columns));
    }

    private static Map<String, List<String>> read(JdbcTemplate database, Map<String, List<String>> columns) {
        Map<String, List<String>> rows = new TreeMap<>();
        columns.forEach((table, names) -> rows.put(
                table,
                database.queryForList(
                        "select line from (select row(" + String.join(", ", names) + ")::text as line from \"" + table
                                + "\") row_of_table order by line collate \"C\"",
                        String.class)));
        return rows;
    }
}
