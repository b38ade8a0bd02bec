package nl.wally.benchmark;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import nl.wally.intake.Numbers;
import org.postgresql.PGConnection;

/**
 * Fills a database with copies of referrals that really went their way, a hundred thousand in minutes: every row that a
 * referral of the region's first practice left in the tables of HAPI and in our own, under other ids and numbers, at every
 * practice in turn. A copy is found, read and worked on like any other. Left out are versions before the present one
 * and the audit trail.
 */
final class Copies {
    /** Further apart than any number that the sequences give out while this runs. */
    private static final long STRIDE = 10_000_000;

    private static final List<String> KEYS = List.of("res_id", "pid", "sp_id", "src_resource_id");
    private static final int PORTION = 20_000;
    private static final int SECONDS_A_MORNING = 4 * 60 * 60;

    private static final String PREPARE = """
            create temp table lasting as select res_id, res_type, fhir_id from hfj_resource
                where res_type in ('Organization', 'Practitioner', 'PractitionerRole', 'CareTeam');
            create temp table place as select p.practice, o.res_id as old, n.res_id as new
                from generate_series(1, %1$d) p (practice), lasting o join lasting n on n.res_type = o.res_type
                where o.fhir_id ~ '^(practice|gp|wally|team)-1$'
                and n.fhir_id = replace(o.fhir_id, '-1', '-' || p.practice)
                or o.fhir_id = 'wally-2' and n.fhir_id = 'wally-' || p.practice %% %1$d + 1;
            create unique index on place (old, practice);
            create temp table said (place text, original int, practice int, text text);
            create unique index on said (place, original, practice);
            analyze place;
            """;

    private final Connection connection;
    private final int practices;
    private final Supplier<String> numbers;
    private final Random random = new Random();
    private long next;

    /**
     * Prepares for copying at the practices of a region.
     *
     * @param connection of a superuser, so that foreign keys can be passed over; used for nothing else
     * @param first how many copies of the same original others have made, or will
     * @param numbers for referrals, see {@link #numbers}
     */
    Copies(Connection connection, int practices, long first, Supplier<String> numbers) throws SQLException {
        this.connection = connection;
        this.practices = practices;
        this.next = first + 1;
        this.numbers = numbers;
        run("set session_replication_role = replica; set synchronous_commit = off; set search_path = public");
        run(PREPARE.formatted(practices));
    }

    /** Referral numbers that no referral has yet; for all that copy into this database at the time. */
    static Supplier<String> numbers(Connection connection) throws SQLException {
        return Numbers.beside(Original.strings(connection, "select number from referral"));
    }

    /**
     * Copies the referral of this Task so many times at each practice.
     *
     * @param days over which the copies are spread, up to today; none of the days that stand in them is as it was, then
     */
    void make(String task, int each, int days) throws SQLException, IOException {
        Original original = Original.of(connection, task);
        String columns = original.columns();
        List<String> inserts = new ArrayList<>();
        run("truncate said");
        for (String table : Original.TABLES.keySet()) {
            inserts.add(insert(original, table));
        }
        run("analyze said");
        // The rows of a referral lie side by side, as they do in life.
        run("set join_collapse_limit = 1; set enable_hashjoin = off; set enable_mergejoin = off");
        int all = each * practices;
        for (int done = 0; done < all; done += PORTION) {
            run("drop table if exists made");
            run("create temp table made (" + columns + ")");
            make(original, done, Math.min(all, done + PORTION), n -> (int) ((long) days * (all - 1 - n) / all));
            for (String sql : inserts) {
                run(sql);
            }
        }
        run("reset join_collapse_limit; reset enable_hashjoin; reset enable_mergejoin");
    }

    /** What differs from one copy to the next, worked out here: HAPI's hashes are not to be had in SQL. */
    private void make(Original original, int from, int end, IntUnaryOperator daysAgo) throws SQLException, IOException {
        var rows = new StringBuilder();
        for (int n = from; n < end; n++) {
            int practice = (int) (next % practices) + 1;
            int days = daysAgo.applyAsInt(n);
            var row = new StringJoiner("\t", "", "\n")
                    .add(Long.toString(next++))
                    .add(Integer.toString(practice))
                    .add(days + " days " + random.nextInt(SECONDS_A_MORNING) + " seconds")
                    .add(days + " days");
            original.ids().forEach(id -> row.add(UUID.randomUUID().toString()));
            List<String> values = original.names().stream()
                    .map(name ->
                            name.isNumber() ? numbers.get() : UUID.randomUUID().toString())
                    .toList();
            values.forEach(row::add);
            original.hashes(practice, values).forEach(hash -> row.add(Long.toString(hash)));
            original.days()
                    .forEach(day -> row.add(LocalDate.parse(day).minusDays(days).toString()));
            rows.append(row);
        }
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy made from stdin", new StringReader(rows.toString()));
        run("analyze made");
    }

    private String insert(Original original, String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        List<String> values = new ArrayList<>();
        try (var found = connection.getMetaData().getColumns(null, "public", table, null)) {
            while (found.next()) {
                if (found.getString("IS_GENERATEDCOLUMN").equals("NO")) {
                    String column = found.getString("COLUMN_NAME");
                    columns.add(column);
                    values.add(value(original, table, column, found.getString("TYPE_NAME")));
                }
            }
        }
        return "insert into %s (%s) overriding system value select %s from made m cross join original_%s t"
                .formatted(table, String.join(", ", columns), String.join(", ", values), table);
    }

    private String value(Original original, String table, String column, String type) throws SQLException {
        String own = "t." + column;
        String key = own + " + m.copy * " + STRIDE;
        if (KEYS.contains(column)) {
            return key;
        }
        if (column.equals("target_resource_id")) {
            return "case when %s in (%s) then %s else coalesce((select new from place where old = %s and practice ="
                            .formatted(own, original.keys(), key, own)
                    + " m.practice), " + own + ") end";
        }
        if (column.equals("fhir_id") || type.equals("uuid")) {
            return original.renamed(own, type);
        }
        if (table.equals("hfj_spidx_date")) {
            // A day of birth stays what it is.
            String moved = column.endsWith("_date_ordinal")
                    ? "to_char(" + own.replace("_date_ordinal", "") + " - m.days, 'YYYYMMDD')::int"
                    : type.startsWith("timestamp") && !column.equals("sp_updated") ? own + " - m.days" : own;
            return moved.equals(own)
                    ? own
                    : "case when t.res_id in (" + original.people() + ") then " + own + " else " + moved + " end";
        }
        if (type.startsWith("timestamp")) {
            return own + " - m.ago";
        }
        if (table.equals("hfj_spidx_token") && Original.HASHES.contains(column)) {
            return original.hashed(own, column);
        }
        return List.of("text", "varchar", "_text").contains(type) ? said(original, table, column, type) : own;
    }

    /** What is written somewhere, with the ids, numbers, days and practice of the copy. */
    private String said(Original original, String table, String column, String type) throws SQLException {
        String place = table + "." + column;
        String array = type.equals("_text") ? "::text[]" : "";
        List<String> texts = original.texts(table, column);
        String written = "t." + column + (array.isEmpty() ? "" : "::text");
        if (texts.stream().anyMatch(Original::isPlaced)) {
            try (var said = connection.prepareStatement("insert into said values (?, ?, ?, ?)")) {
                for (int row = 0; row < texts.size(); row++) {
                    for (int practice = 1;
                            practice <= practices && !texts.get(row).isEmpty();
                            practice++) {
                        said.setString(1, place);
                        said.setInt(2, row + 1);
                        said.setInt(3, practice);
                        said.setString(4, Original.placed(texts.get(row), practice, practices));
                        said.addBatch();
                    }
                }
                said.executeBatch();
            }
            written =
                    "(select s.text from said s where s.place = '%s' and s.original = t.original and s.practice = m.practice)"
                            .formatted(place);
        }
        for (var replaced : original.replacements().entrySet()) {
            if (texts.stream().anyMatch(text -> text.contains(replaced.getKey()))) {
                written = "replace(" + written + ", '" + replaced.getKey() + "', m." + replaced.getValue() + ")";
            }
        }
        return written + array;
    }

    private void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
