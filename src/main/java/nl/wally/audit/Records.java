package nl.wally.audit;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.List;
import java.util.function.Function;
import org.springframework.dao.IncorrectResultSizeDataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** The table of records: each is signed and written, and noted as not sealed yet, in one statement however many there are. */
final class Records {
    private static final String INSERT = """
            with written as (
                insert into audit_record (content, recorded_at, persons, organization, key_id, mac)
                select content, recorded_at::timestamptz, string_to_array(persons, ' '), organization, key_id, mac
                from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bytea[])
                    as row (content, recorded_at, persons, organization, key_id, mac)
                returning number)
            insert into audit_unsealed select number from written""";

    private final JdbcTemplate jdbc;
    private final Keys keys;

    Records(JdbcTemplate jdbc, Keys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    /** Writes these within the transaction of the thread, or in one of their own. */
    void write(List<Entry> entries) {
        List<String> contents = entries.stream().map(Entry::content).toList();
        byte[][] macs = contents.stream()
                .map(content -> keys.sign(content.getBytes(StandardCharsets.UTF_8)))
                .toArray(byte[][]::new);
        int written = jdbc.update(INSERT, row -> {
            Connection connection = row.getConnection();
            row.setArray(1, connection.createArrayOf("text", contents.toArray()));
            row.setArray(2, connection.createArrayOf("text", column(entries, Entry::at)));
            row.setArray(
                    3,
                    connection.createArrayOf(
                            "text", column(entries, entry -> String.join(" ", entry.foundByPersons()))));
            row.setArray(4, connection.createArrayOf("text", column(entries, Entry::foundByOrganization)));
            row.setArray(5, connection.createArrayOf("text", column(entries, entry -> keys.newest())));
            row.setArray(6, connection.createArrayOf("bytea", macs));
        });
        if (written != entries.size()) {
            // A trigger of somebody else's can swallow rows without a word.
            throw new IncorrectResultSizeDataAccessException(entries.size(), written);
        }
    }

    private static Object[] column(List<Entry> entries, Function<Entry, String> value) {
        return entries.stream().map(value).toArray();
    }
}
