package nl.wally.fhir.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import nl.wally.ChildJvm;
import nl.wally.TestPostgres;
import nl.wally.TestPostgres.Database;
import nl.wally.shared.StartRefusedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaMigrationIT {
    static final String OWN = "classpath:db/test-migration";

    private static List<String> undisturbed = List.of();
    private static int statements;

    private final Database database = TestPostgres.freshDatabase();
    private final HikariDataSource pool = database.pool();

    @BeforeAll
    static void migratesUndisturbed() throws SQLException {
        StatementCount count = new StatementCount(-1, () -> {});
        try (HikariDataSource pool = TestPostgres.freshDatabase().pool()) {
            new SchemaMigration(count.over(pool), OWN).migrate();
            undisturbed = SchemaDump.of(pool);
        }
        statements = count.count();
        assertThat(undisturbed).hasSizeGreaterThan(1000);
    }

    @AfterEach
    void closesThePool() {
        pool.close();
    }

    /** Hundredths of the statements of a first migration: HAPI's tables, its list of steps, the own tables. */
    @ParameterizedTest
    @ValueSource(ints = {2, 10, 25, 50, 75, 96, 99})
    void survivesAKillInTheMiddle(int hundredth) throws Exception {
        try (ChildJvm child = new ChildJvm(
                MigrationChild.class,
                database.url(),
                database.user(),
                database.password(),
                Integer.toString(statements * hundredth / 100))) {
            child.await("waiting");
            child.kill();
        }
        migrate(pool);
        assertThat(SchemaDump.of(pool)).containsExactlyInAnyOrderElementsOf(undisturbed);
    }

    @Test
    void letsTwoNodesTakeTurns() throws Exception {
        try (HikariDataSource other = database.pool()) {
            var threads = Executors.newFixedThreadPool(2);
            Callable<Void> one = () -> migrate(pool);
            Callable<Void> two = () -> migrate(other);
            for (var done : threads.invokeAll(List.of(one, two), 30, TimeUnit.SECONDS)) {
                done.get();
            }
            threads.shutdown();
        }
        assertThat(SchemaDump.of(pool)).containsExactlyInAnyOrderElementsOf(undisturbed);
    }

    @Test
    void passesAStaleLockRowAndAnswersASecondTimeWithoutChange() throws Exception {
        migrate(pool);
        execute("insert into \"FLY_HFJ_MIGRATION\" (\"installed_rank\", \"description\", \"type\", \"script\","
                + " \"installed_by\", \"installed_on\", \"execution_time\", \"success\")"
                + " values (-100, 'killed', 'hapi-fhir-lock', '', '', now(), 0, true)");
        long start = System.nanoTime();
        migrate(pool);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        assertThat(SchemaDump.of(pool)).containsExactlyInAnyOrderElementsOf(undisturbed);
    }

    @Test
    void refusesAMigrationThatWasEditedOrIsUnknown(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("V001__word.sql"), "create table word (id int);");
        migrate(pool, "filesystem:" + folder);
        Files.writeString(file, "create table word (id bigint);");
        assertThatThrownBy(() -> migrate(pool, "filesystem:" + folder))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("checksum mismatch");
        Files.move(file, folder.resolve("V002__other.sql"));
        assertThatThrownBy(() -> migrate(pool, "filesystem:" + folder)).isInstanceOf(StartRefusedException.class);
    }

    /** A node of an older release is started again beside those of a newer one. */
    @Test
    void goesOnWhereANewerServerHasOnlyAddedAndRefusesWhereItIsTooOld(@TempDir Path folder) throws Exception {
        Files.writeString(
                folder.resolve("V001__floor.sql"),
                "create table schema_floor (migration int, release text); insert into schema_floor values (1, '1.0.0');");
        migrate(pool, "filesystem:" + folder);
        Path added = Files.writeString(folder.resolve("V002__added.sql"), "create table added (id int);");
        Path contracted = Files.writeString(
                folder.resolve("V003__contracted.sql"), "update schema_floor set migration = 2, release = '1.1.0';");
        Files.move(contracted, folder.resolve("later"));
        migrate(pool, "filesystem:" + folder);
        Files.move(added, folder.resolve("unknown to the older one"));
        migrate(pool, "filesystem:" + folder);

        Files.move(folder.resolve("unknown to the older one"), added);
        Files.move(folder.resolve("later"), contracted);
        migrate(pool, "filesystem:" + folder);
        Files.delete(contracted);
        migrate(pool, "filesystem:" + folder);
        Files.delete(added);
        assertThatThrownBy(() -> migrate(pool, "filesystem:" + folder))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("(migration 3) are for release 1.1.0 or newer")
                .hasMessageContaining("up to migration 1");
    }

    @Test
    void leavesNothingOfAMigrationThatFails(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("V001__half.sql"), "create table half (id int); select 1/0;");
        assertThatThrownBy(() -> migrate(pool, "filesystem:" + folder)).isInstanceOf(StartRefusedException.class);
        Files.writeString(file, "create table half (id int);");
        migrate(pool, "filesystem:" + folder);
        execute("select id from half");
    }

    @Test
    void refusesHapiTablesOfUnknownOrigin() throws Exception {
        execute("create table hfj_resource (res_id bigint)");
        assertThatThrownBy(() -> migrate(pool))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("part of HAPI's tables");
    }

    @Test
    void refusesADatabaseThatAnswersBeforeItWrote() throws Exception {
        try (Connection connection = pool.getConnection()) {
            execute("alter database " + connection.getCatalog() + " set synchronous_commit = off");
        }
        pool.getHikariPoolMXBean().softEvictConnections();
        assertThatThrownBy(() -> migrate(pool))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("synchronous_commit = off");
    }

    private static Void migrate(HikariDataSource pool) {
        return migrate(pool, OWN);
    }

    private static Void migrate(HikariDataSource pool, String own) {
        new SchemaMigration(pool, own).migrate();
        return null;
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
