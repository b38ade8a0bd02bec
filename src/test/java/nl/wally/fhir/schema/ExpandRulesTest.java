package nl.wally.fhir.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two releases run side by side on one database, so a migration adds, and takes away only what nobody needs any more. */
class ExpandRulesTest {
    /** Up to here no other release was there to run beside. */
    private static final int LAST_OF_THE_FIRST_RELEASE = 29;

    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

    @Test
    void migrationsOfThisServerOnlyAdd() throws IOException {
        try (var files = Files.list(MIGRATIONS)) {
            List<Path> later = files.filter(file -> number(file) > LAST_OF_THE_FIRST_RELEASE)
                    .sorted()
                    .toList();
            assertThat(later)
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(ExpandRules.faults(Files.readString(file)))
                            .as("%s", file)
                            .isEmpty());
        }
    }

    private static int number(Path file) {
        return Integer.parseInt(file.getFileName().toString().substring(1, 4));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drop table referral;",
                "drop trigger audit_record_stays on audit_record;",
                "alter table referral drop column practice;",
                "alter table referral drop practice, add word text;",
                "ALTER TABLE referral\n    RENAME COLUMN practice TO sender;",
                "alter table referral alter column number type bigint;",
                "alter table referral alter number set data type bigint;",
                "alter table referral alter column number set not null;",
                "alter table referral alter column number drop default;",
                "alter table referral add column word text not null;",
                "alter table referral add column a text, add b numeric(1, 2) not null, add c text not null default '';",
                "alter table referral add constraint short check (length(number) < 5);",
                "create unique index referral_word on referral (word);",
                "truncate event;"
            })
    void findsWhatAnOlderServerWouldNotSurvive(String sql) {
        assertThat(ExpandRules.faults(sql)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table word (id int not null, unique (id)); create unique index w on word (id);"
                        + " alter table word add constraint c check (id > 0);",
                "alter table referral add column word text;",
                "alter table referral add column word text not null default 'drop table x;';",
                "alter table referral add column word text not null generated always as (split_part(number, '-', 2)) stored;",
                "alter table referral drop constraint short;",
                "alter table referral alter column word drop not null;",
                "create index referral_word on referral (word); drop index old; -- drop table referral;",
                "-- contract: referral.word, unused since release 0.2.0\nalter table referral drop column word;"
                        + " update schema_floor set migration = 33, release = '0.2.0';"
            })
    void letsPassWhatOnlyAdds(String sql) {
        assertThat(ExpandRules.faults(sql)).isEmpty();
    }

    @Test
    void contractionSaysWhichServersItIsFor() {
        assertThat(ExpandRules.faults("-- contract: referral.word, unused since release 0.2.0\n"
                        + "alter table referral drop column word;"))
                .containsExactly("contracts and does not raise schema_floor");
    }
}
