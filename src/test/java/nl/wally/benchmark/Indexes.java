package nl.wally.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The indexes of some tables, taken away while very much is written and then made again, which is quicker. */
final class Indexes {
    /** All but those that foreign keys lean on. */
    private static final String FIND = """
            select case when c.conname is null then 'drop index ' || i.indexrelid::regclass
                    else 'alter table ' || i.indrelid::regclass || ' drop constraint ' || quote_ident(c.conname) end,
                case when c.conname is null then pg_get_indexdef(i.indexrelid)
                    else 'alter table ' || i.indrelid::regclass || ' add constraint ' || quote_ident(c.conname) || ' '
                        || pg_get_constraintdef(c.oid) end
            from pg_index i left join pg_constraint c on c.conindid = i.indexrelid and c.contype in ('p', 'u')
            where i.indrelid = ?::regclass
            and not exists (select from pg_constraint f where f.conindid = i.indexrelid and f.contype = 'f')""";

    private final Connection connection;
    private final List<String> made = new ArrayList<>();

    private Indexes(Connection connection) {
        this.connection = connection;
    }

    /** Drops them; until they are {@link #putBack} nobody else may use the tables. */
    static Indexes takeAway(Connection connection, Collection<String> tables) throws SQLException {
        var indexes = new Indexes(connection);
        List<String> drops = new ArrayList<>();
        for (String table : tables) {
            try (var find = connection.prepareStatement(FIND)) {
                find.setString(1, "public." + table);
                var found = find.executeQuery();
                while (found.next()) {
                    drops.add(found.getString(1));
                    indexes.made.add(found.getString(2));
                }
            }
        }
        indexes.run(drops);
        return indexes;
    }

    void putBack() throws SQLException {
        run(List.of("set maintenance_work_mem = '1GB'"));
        run(made);
    }

    private void run(List<String> statements) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
