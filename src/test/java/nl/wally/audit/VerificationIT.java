package nl.wally.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nl.wally.TestPostgres;
import nl.wally.audit.Verification.Verdict;
import nl.wally.shared.Caller;
import nl.wally.shared.Caller.Capacity;
import nl.wally.shared.Occurrence;
import nl.wally.shared.Occurrence.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody who may do anything with the database, but knows neither the key nor the anchor, changes the log: it is found. */
class VerificationIT {
    private static final Caller WALLY =
            new Caller("portal", "Organization/social-1", "PractitionerRole/wally-1", Capacity.SOCIAL_WORKER);

    @TempDir
    private Path folder;

    private HikariDataSource database;
    private JdbcTemplate jdbc;
    private Keys keys;
    private Records records;
    private Sealer sealer;
    private AnchorFile anchor;
    private Clock clock = Clock.systemUTC();

    /** Thirty records under three seals, each of them anchored. */
    @BeforeEach
    void keepALog() throws IOException {
        database = TestPostgres.freshDatabase().pool();
        ResourceDatabasePopulator schema =
                new ResourceDatabasePopulator(new ClassPathResource("db/migration/V013__audit.sql"));
        schema.setSeparator(org.springframework.jdbc.datasource.init.ScriptUtils.EOF_STATEMENT_SEPARATOR);
        schema.execute(database);
        jdbc = new JdbcTemplate(database);
        KeyFile.create(folder.resolve("audit.key"));
        keys = KeyFile.read(folder.resolve("audit.key"));
        records = new Records(jdbc, keys);
        sealer = new Sealer(jdbc, new TransactionTemplate(new JdbcTransactionManager(database)), keys, clock);
        anchor = new AnchorFile(folder.resolve("audit.anchor"));
        for (int seal = 0; seal < 3; seal++) {
            record(10);
            seal();
        }
        assertThat(verify()).isEqualTo(new Verdict(3, 30, 0, null));
        jdbc.execute("alter table audit_record disable trigger all");
        jdbc.execute("alter table audit_seal disable trigger all");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void nobodyChangesTheLogByAccident() {
        jdbc.execute("alter table audit_record enable trigger all");
        for (String accident : List.of(
                "update audit_record set organization = ''", "delete from audit_record", "truncate audit_record")) {
            assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> jdbc.execute(accident)))
                    .as(accident)
                    .isNotNull();
        }
    }

    @Test
    void aChangedContentIsNamed() throws IOException {
        jdbc.update("update audit_record set content = replace(content, 'portal', 'nobody') where number = 17");
        assertFault("record 17 was changed: its content or its MAC");
        assertThat(verify().records()).as("right before").isEqualTo(10);
    }

    @Test
    void aChangedColumnIsNamed() throws IOException {
        jdbc.update("update audit_record set persons = '{}' where number = 5");
        assertFault("record 5 was changed: a column by which it is found");
    }

    @Test
    void aSwappedMacIsNamed() throws IOException {
        jdbc.update("update audit_record set mac = (select mac from audit_record where number = 6) where number = 5");
        assertFault("record 5 was changed: its content or its MAC");
    }

    @Test
    void aRemovedRecordIsNamed() throws IOException {
        jdbc.update("delete from audit_record where number = 11");
        assertFault("record 11 is missing (seal 2 covers it)");
    }

    @Test
    void aRemovedRecordThatWaitsIsNamed() throws IOException {
        record(1);
        jdbc.update("delete from audit_record where number = 31");
        assertFault("record 31 is missing: it waited for its seal");
        seal();
        assertFault("record 31 is missing (seal 4 covers it)");
    }

    @Test
    void swappedRecordsAreNamed() throws IOException {
        jdbc.update("alter table audit_record drop constraint audit_record_pkey");
        jdbc.update("alter table audit_record alter number drop identity");
        jdbc.update("update audit_record set number = 45 - number where number in (22, 23)");
        assertFault(
                "seal 3 over the records 21 to 30 does not fit: it or what it covers was changed, re-ordered or replaced");
    }

    @Test
    void anInsertedRecordIsNamed() throws IOException {
        jdbc.update(
                "insert into audit_record (content, recorded_at, persons, organization, key_id, mac)"
                        + " select content, recorded_at, persons, organization, key_id, mac from audit_record where number = 1");
        assertFault("record 31 was added: no seal covers it, and it does not wait for one");
    }

    @Test
    void aCutOffEndIsNamed() throws IOException {
        jdbc.update("delete from audit_record where number > 20");
        jdbc.update("delete from audit_seal where number > 2");
        assertThat(verify().fault())
                .startsWith("the end is cut off after seal 2: seal 3 was anchored at ")
                .endsWith("and 10 records are missing");
    }

    @Test
    void aRestoredOlderStateIsNamedAlsoWhenTheServerWentOn() throws IOException {
        jdbc.update("delete from audit_record where number > 20");
        jdbc.update("delete from audit_seal where number > 2");
        record(10);
        seal();
        assertThat(verify().fault()).startsWith("seal 3 is not the one that was anchored at ");
    }

    @Test
    void aRemovedSealIsNamed() throws IOException {
        jdbc.update("delete from audit_seal where number = 2");
        assertFault("seal 2 is missing");
    }

    @Test
    void aServerThatDoesNotSealIsNamed() throws IOException {
        record(1);
        assertThat(verify()).isEqualTo(new Verdict(3, 30, 1, null));
        clock = Clock.offset(clock, Duration.ofMinutes(2));
        assertFault("record 31 waits for its seal longer than a minute: no server seals");
    }

    @Test
    void aNewKeySignsAndTheOldOneStillVerifies() throws IOException {
        Path file = folder.resolve("audit.key");
        Files.writeString(file, Files.readString(file) + "# since today\n" + "ab".repeat(32) + "\n");
        Keys both = KeyFile.read(file);
        assertThat(both.newest()).isNotEqualTo(keys.newest());
        keys = both;
        records = new Records(jdbc, keys);
        sealer = new Sealer(jdbc, new TransactionTemplate(new JdbcTransactionManager(database)), keys, clock);
        record(10);
        seal();
        assertThat(verify()).isEqualTo(new Verdict(4, 40, 0, null));
    }

    private void record(int count) {
        for (int i = 0; i < count; i++) {
            var read = new Occurrence(
                    Kind.READ, "read", WALLY, null, List.of("Patient/p" + i), List.of("Task/t" + i + "/_history/1"));
            records.write(List.of(Entry.of(read, Optional.empty(), clock.instant())));
        }
    }

    private void seal() throws IOException {
        sealer.seal();
        anchor.add(sealer.head());
    }

    private void assertFault(String fault) throws IOException {
        assertThat(verify().fault()).isEqualTo(fault);
    }

    private Verdict verify() throws IOException {
        return new Verification(jdbc, keys, clock).verify(anchor.read());
    }
}
