package nl.wally.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/**
 * What the database alone can do: the very rows of one referral, by hand-written JDBC into tables with the same columns and
 * indexes, a batch for each table and one commit for each referral. Foreign keys are left out.
 */
final class Floor implements Load.Operation {
    private static final Set<String> KEYS = Set.of("res_id", "pid", "sp_id", "src_resource_id");
    private static final Set<String> NUMBERS = Set.of("number", "placer_value");

    private final DataSource database;
    private final Map<String, Rows> template = new LinkedHashMap<>();
    private final Set<Object> resources = new HashSet<>();
    private final AtomicLong next = new AtomicLong();
    private final Map<Integer, Connection> connections = new ConcurrentHashMap<>();

    private record Rows(List<String> columns, List<Object[]> values) {}

    /** Takes the rows that the intake of this Task wrote as an example. */
    Floor(DataSource database, String task) throws SQLException {
        this.database = database;
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            template.putAll(written(connection, task));
            statement.execute("drop schema if exists floor cascade");
            statement.execute("create schema floor");
            for (String table : template.keySet()) {
                statement.execute("create table floor." + table + " (like public." + table
                        + " including all excluding identity)");
            }
        }
        Rows stored = template.get("hfj_resource");
        stored.values.forEach(row -> resources.add(row[stored.columns.indexOf("res_id")]));
    }

    /** How many rows the intake of this Task wrote, by table; nothing may have changed them since. */
    static Map<String, Integer> rowsOf(DataSource database, String task) throws SQLException {
        Map<String, Integer> counts = new LinkedHashMap<>();
        try (Connection connection = database.getConnection()) {
            written(connection, task).forEach((table, rows) -> counts.put(table, rows.values.size()));
        }
        return counts;
    }

    /** All rows of the transaction that wrote the referral. */
    private static Map<String, Rows> written(Connection connection, String task) throws SQLException {
        String transaction = strings(connection, """
                select r.xmin::text from referral r join referral_member m on m.referral = r.id
                where m.resource = '%s'""".formatted(task)).get(0);
        Map<String, Rows> written = new LinkedHashMap<>();
        for (String table : strings(
                connection,
                "select quote_ident(table_name) from information_schema.tables"
                        + " where table_schema = 'public' and table_type = 'BASE TABLE' order by 1")) {
            try (var statement = connection.createStatement();
                    var found = statement.executeQuery(
                            "select * from public." + table + " where xmin::text = '" + transaction + "'")) {
                Rows rows = rows(found);
                if (!rows.values.isEmpty()) {
                    written.put(table, rows);
                }
            }
        }
        return written;
    }

    @Override
    public void run(int client) throws SQLException {
        Connection connection = connections.computeIfAbsent(client, key -> open());
        long offset = 1000 * next.incrementAndGet();
        Map<Object, Object> renamed = new HashMap<>();
        for (var table : template.entrySet()) {
            insert(connection, table.getKey(), table.getValue(), offset, renamed);
        }
        connection.commit();
    }

    void close() throws SQLException {
        for (Connection connection : connections.values()) {
            connection.close();
        }
        connections.clear();
    }

    private Connection open() {
        try {
            Connection connection = database.getConnection();
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void insert(Connection connection, String table, Rows rows, long offset, Map<Object, Object> renamed)
            throws SQLException {
        String sql = "insert into floor." + table + " (" + String.join(", ", rows.columns) + ") values ("
                + String.join(", ", Collections.nCopies(rows.columns.size(), "?")) + ")";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (Object[] row : rows.values) {
                for (int column = 0; column < row.length; column++) {
                    insert.setObject(column + 1, fresh(rows.columns.get(column), row[column], offset, renamed));
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Keys and ids become those of another referral; all else stays as it is. */
    private Object fresh(String column, Object value, long offset, Map<Object, Object> renamed) {
        if (value instanceof Long key
                && (KEYS.contains(column) || NUMBERS.contains(column) || isTarget(column) && resources.contains(key))) {
            return key + offset;
        }
        if (value instanceof UUID id) {
            return UUID.fromString((String) renamed.computeIfAbsent(id.toString(), Floor::another));
        }
        if (column.equals("fhir_id")) {
            return renamed.computeIfAbsent(value, Floor::another);
        }
        return NUMBERS.contains(column) ? value + "-" + offset : value;
    }

    private static boolean isTarget(String column) {
        return column.equals("target_resource_id");
    }

    private static Object another(Object old) {
        return UUID.randomUUID().toString();
    }

    private static List<String> strings(Connection connection, String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private static Rows rows(ResultSet found) throws SQLException {
        var meta = found.getMetaData();
        List<String> columns = new ArrayList<>();
        for (int column = 1; column <= meta.getColumnCount(); column++) {
            columns.add(meta.getColumnName(column));
        }
        List<Object[]> values = new ArrayList<>();
        while (found.next()) {
            Object[] row = new Object[columns.size()];
            for (int column = 0; column < row.length; column++) {
                row[column] = found.getObject(column + 1);
            }
            values.add(row);
        }
        return new Rows(columns, values);
    }
}
