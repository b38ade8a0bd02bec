package nl.wally.fhir.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Everything that makes up a schema, and what the migrations say they did, as comparable lines. HAPI's checksums are left
 * out: a few of them differ from process to process.
 */
final class SchemaDump {
    private static final List<String> QUERIES = List.of(
            "select table_name, column_name, data_type, character_maximum_length, is_nullable, column_default,"
                    + " ordinal_position from information_schema.columns where table_schema = 'public'",
            "select indexdef from pg_indexes where schemaname = 'public'",
            "select conrelid::regclass, conname, pg_get_constraintdef(oid) from pg_constraint"
                    + " where connamespace = 'public'::regnamespace",
            "select sequencename, increment_by, start_value from pg_sequences where schemaname = 'public'",
            "select attrelid::regclass, attname, attstorage, attstattarget, attoptions from pg_attribute"
                    + " join pg_class c on c.oid = attrelid where relnamespace = 'public'::regnamespace",
            "select oid::regclass, reloptions from pg_class where relnamespace = 'public'::regnamespace",
            "select \"installed_rank\", \"version\", \"success\" from \"FLY_HFJ_MIGRATION\"",
            "select installed_rank, version, checksum, success from wally_migration");

    private SchemaDump() {}

    static List<String> of(DataSource dataSource) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            for (String query : QUERIES) {
                try (var rows = statement.executeQuery("select q::text from (" + query + ") q order by 1")) {
                    while (rows.next()) {
                        lines.add(rows.getString(1));
                    }
                }
            }
        }
        return lines;
    }
}
