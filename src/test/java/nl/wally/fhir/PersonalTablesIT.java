package nl.wally.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.wally.ServerIT;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A table that a new release of HAPI adds is seen here before anything of a person is left in it. */
class PersonalTablesIT extends ServerIT {
    /** Terminology, packages and links of master data: nothing of a person is ever in them here. */
    private static final String NOT_OURS = "^(trm_|npm_|mpi_)";

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void everyTableThatHangsOnAResourceIsKnown() {
        List<String> places = jdbc.queryForList(
                "select c.conrelid::regclass || '.' || a.attname from pg_constraint c"
                        + " join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]"
                        + " where c.contype = 'f' and c.confrelid = 'hfj_resource'::regclass"
                        + " and c.conrelid::regclass::text !~ ?",
                String.class,
                NOT_OURS);
        assertThat(places).isNotEmpty();
        assertThat(PersonalTables.BY_KEY).containsAll(places);
    }

    @Test
    void everyColumnThatNamesAResourceIsKnown() {
        List<String> places = jdbc.queryForList(
                "select table_name || '.' || column_name from information_schema.columns where table_schema = 'public'"
                        + " and table_name ~ '^hfj_' and table_name !~ '^hfj_(blk|search$)' and data_type = 'bigint'"
                        + " and column_name ~ '^(res_id|res_pid|resource_pid|src_resource_id|target_resource_id)$'",
                String.class);
        assertThat(PersonalTables.BY_KEY).containsAll(places);
    }

    @Test
    void everyTableOfOurOwnThatNamesAResourceIsKnown() {
        List<String> tables = jdbc.queryForList(
                "select table_name from information_schema.columns where table_schema = 'public'"
                        + " and table_name !~ '^hfj_' and column_name = 'resource'",
                String.class);
        assertThat(tables).contains("referral_member", "event", "outbox_message");
        assertThat(PersonalTables.deletions().stream().map(PersonalTables.Deletion::table))
                .containsAll(tables);
    }
}
