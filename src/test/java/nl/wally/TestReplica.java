package nl.wally;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import nl.wally.ops.PostgresProperties;
import nl.wally.ops.PostgresServer;
import org.springframework.util.FileSystemUtils;
import org.springframework.util.unit.DataSize;

/**
 * A streaming replica of the PostgreSQL that all tests of a process share: made while that one is at work, as an operator would
 * ({@code pg_backup_start}, a copy of the files, {@code pg_backup_stop}), and standing still when told.
 */
public final class TestReplica implements AutoCloseable {
    private static final int PORT = freePort();
    private static final Path FOLDER =
            TestPostgres.FOLDER.resolveSibling(TestPostgres.FOLDER.getFileName() + "-replica");

    /** What belongs to the running primary alone. */
    private static final Set<String> LEFT_OUT =
            Set.of("postmaster.pid", "postmaster.opts", "pg_replslot", "pg_stat_tmp", "pg_wal");

    private final PostgresServer server;
    private final Connection superuser;

    private TestReplica(PostgresServer server, Connection superuser) {
        this.server = server;
        this.superuser = superuser;
    }

    /** Where this database would be in a replica; nobody listens there before one is started. */
    public static String url(TestPostgres.Database database) {
        return database.url().replaceFirst(":\\d+/", ":" + PORT + "/");
    }

    /** Copies and follows the cluster of this database. */
    public static TestReplica of(TestPostgres.Database database) throws IOException, SQLException {
        FileSystemUtils.deleteRecursively(FOLDER);
        Files.createDirectories(
                FOLDER, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        try (var kept = Files.list(TestPostgres.FOLDER)) {
            for (Path one : kept.filter(file -> !file.endsWith("cluster")).toList()) {
                if (one.getFileName().toString().startsWith("program")) {
                    Files.createSymbolicLink(FOLDER.resolve(one.getFileName()), one.toAbsolutePath());
                } else if (!one.endsWith("lock")) {
                    Files.copy(one, FOLDER.resolve(one.getFileName()));
                }
            }
        }
        copy(database);
        var server = PostgresServer.start(new PostgresProperties(
                FOLDER, PORT, DataSize.ofMegabytes(32), Duration.ofSeconds(60), Duration.ofSeconds(10)));
        return new TestReplica(server, connect(url(database), database.password()));
    }

    private static void copy(TestPostgres.Database database) throws IOException, SQLException {
        Path cluster = FOLDER.resolve("cluster");
        try (Connection primary = connect(database.url(), database.password());
                var statement = primary.createStatement()) {
            statement.execute("select pg_backup_start('replica', true)");
            Files.walkFileTree(TestPostgres.FOLDER.resolve("cluster"), new Copy(cluster));
            var stopped = statement.executeQuery("select labelfile from pg_backup_stop(false)");
            stopped.next();
            Files.writeString(cluster.resolve("backup_label"), stopped.getString(1));
        }
        Files.createFile(cluster.resolve("standby.signal"));
        String port = database.url().replaceAll(".*:(\\d+)/.*", "$1");
        Files.writeString(
                cluster.resolve("postgresql.auto.conf"),
                "primary_conninfo = 'host=127.0.0.1 port=%s user=postgres password=%s'\n"
                        .formatted(port, database.password()),
                StandardOpenOption.APPEND,
                StandardOpenOption.CREATE);
    }

    /** From now on it learns nothing new. */
    public void standStill() throws SQLException {
        try (var statement = superuser.createStatement()) {
            statement.execute("select pg_wal_replay_pause()");
        }
    }

    /** Catches up. */
    public void goOn() throws SQLException {
        try (var statement = superuser.createStatement()) {
            statement.execute("select pg_wal_replay_resume()");
        }
    }

    @Override
    public void close() throws SQLException {
        superuser.close();
        server.close();
    }

    private static Connection connect(String url, String password) throws SQLException {
        return DriverManager.getConnection(url, "postgres", password);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new IllegalStateException(none);
        }
    }

    /** Files come and go meanwhile: the log says what became of them. */
    private static final class Copy extends SimpleFileVisitor<Path> {
        private final Path target;
        private Path source;

        Copy(Path target) {
            this.target = target;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            source = source == null ? folder : source;
            Files.createDirectory(
                    target.resolve(source.relativize(folder)),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            return LEFT_OUT.contains(folder.getFileName().toString())
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (!LEFT_OUT.contains(file.getFileName().toString())) {
                try {
                    Files.copy(file, target.resolve(source.relativize(file)));
                } catch (java.nio.file.NoSuchFileException gone) {
                    return FileVisitResult.CONTINUE;
                }
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException gone) {
            return FileVisitResult.CONTINUE;
        }
    }
}
