package nl.wally.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import nl.wally.ChildJvm;
import nl.wally.TestPostgres;
import nl.wally.shared.StartRefusedException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresIT {
    @TempDir
    private static Path folder;

    @BeforeAll
    static void writesARow() throws SQLException {
        try (PostgresServer server = start()) {
            query(server, "create table kept as select 'referral' as word");
        }
    }

    @Test
    void keepsItsDataDurablyAndSaysSo() throws SQLException {
        try (PostgresServer server = start()) {
            assertThat(query(server, "select word from kept")).isEqualTo("referral");
            assertThat(query(server, "show fsync")).isEqualTo("on");
            assertThat(query(server, "show full_page_writes")).isEqualTo("on");
            assertThat(query(server, "show synchronous_commit")).isEqualTo("on");
            assertThat(query(server, "show data_checksums")).isEqualTo("on");
            assertThat(query(server, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(query(
                            server,
                            "select upper('ë') || (select rolsuper from pg_roles where rolname = current_user)"))
                    .isEqualTo("Ëfalse");
        }
    }

    @Test
    void letsNobodyInWithoutThePassword() throws Exception {
        try (PostgresServer server = start()) {
            String url = server.ensureDatabase("wally");
            assertThatThrownBy(() -> DriverManager.getConnection(url, PostgresServer.USER, "wrong")
                            .close())
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("password"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void comesBackAfterPostgresIsKilled() throws Exception {
        try (PostgresServer server = start();
                HikariDataSource pool = new TestPostgres.Database(
                                server.ensureDatabase("wally"), PostgresServer.USER, server.password())
                        .pool()) {
            assertThat(eventually(pool)).isEqualTo("referral");
            long killed = server.pid();
            ProcessHandle.of(killed).orElseThrow().destroyForcibly();
            // For an instant the old connections still answer.
            long end = System.nanoTime() + Duration.ofSeconds(15).toNanos();
            while (server.pid() == killed && System.nanoTime() < end) {
                Thread.sleep(20);
            }
            assertThat(server.pid()).isNotEqualTo(killed);
            assertThat(eventually(pool)).isEqualTo("referral");
        }
        try (PostgresServer server = start()) {
            assertThat(query(server, "select word from kept")).isEqualTo("referral");
        }
    }

    @Test
    void stopsTheOrphanOfAKilledServer() throws Exception {
        try (ChildJvm child = new ChildJvm(PostgresChild.class, folder.toString())) {
            ProcessHandle orphan = orphan(child);
            try (PostgresServer server = start()) {
                assertThat(orphan).matches(EmbeddedPostgresIT::hasEnded);
                assertThat(query(server, "select word from kept")).isEqualTo("referral");
            }
        }
    }

    @Test
    void startsAfterServerAndPostgresWereKilled() throws Exception {
        try (ChildJvm child = new ChildJvm(PostgresChild.class, folder.toString())) {
            orphan(child).destroyForcibly();
            try (PostgresServer server = start()) {
                assertThat(query(server, "select word from kept")).isEqualTo("referral");
            }
        }
    }

    @Test
    void refusesTheFolderOfALivingServer() throws Exception {
        try (ChildJvm child = new ChildJvm(PostgresChild.class, folder.toString())) {
            child.await("running");
            assertThatThrownBy(EmbeddedPostgresIT::start)
                    .isInstanceOf(StartRefusedException.class)
                    .hasMessageContaining("Another server (process ")
                    .hasMessageContaining(folder.toString());
            orphanless(child);
        }
    }

    @Test
    void startsWhenAStrangerHasTheNumberOfADeadPostgres() throws Exception {
        Process stranger = new ProcessBuilder("sleep", "60").start();
        try {
            Path file = folder.resolve("cluster/postmaster.pid");
            Files.write(
                    file,
                    List.of(
                            Long.toString(stranger.pid()),
                            file.getParent().toString(),
                            "1700000000",
                            "5432",
                            "",
                            "127.0.0.1",
                            "  1 1",
                            "ready   "));
            try (PostgresServer server = start()) {
                assertThat(query(server, "select word from kept")).isEqualTo("referral");
            }
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void startsWithTheEmptyFileThatAPowerFailureLeaves() throws Exception {
        Files.createFile(folder.resolve("cluster/postmaster.pid"));
        try (PostgresServer server = start()) {
            assertThat(query(server, "select word from kept")).isEqualTo("referral");
        }
    }

    /** The processes of the child's PostgreSQL, which outlive it. */
    private static ProcessHandle orphan(ChildJvm child) throws Exception {
        ProcessHandle orphan =
                ProcessHandle.of(Long.parseLong(child.await("running"))).orElseThrow();
        child.kill();
        assertThat(orphan.isAlive()).isTrue();
        return orphan;
    }

    /** In a container nobody may collect the exit code of an orphan; then a shell of it without a command remains. */
    private static boolean hasEnded(ProcessHandle process) {
        return !process.isAlive() || process.info().commandLine().isEmpty();
    }

    private static void orphanless(ChildJvm child) throws Exception {
        child.kill();
        start().close();
    }

    private static PostgresServer start() {
        return PostgresServer.start(TestPostgres.settings(folder));
    }

    private static String query(PostgresServer server, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        server.ensureDatabase("wally"), PostgresServer.USER, server.password());
                var statement = connection.createStatement()) {
            return statement.execute(sql) && statement.getResultSet().next()
                    ? statement.getResultSet().getString(1)
                    : "";
        }
    }

    private static String eventually(DataSource pool) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(15).toNanos();
        while (true) {
            try (Connection connection = pool.getConnection();
                    var statement = connection.createStatement();
                    var row = statement.executeQuery("select word from kept")) {
                row.next();
                return row.getString(1);
            } catch (SQLException notYet) {
                if (System.nanoTime() > end) {
                    throw notYet;
                }
                Thread.sleep(100);
            }
        }
    }
}
