package nl.wally.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import nl.wally.TestPostgres;
import nl.wally.shared.StartRefusedException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresRefusesIT {
    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    @BeforeAll
    static void unpacks() throws IOException {
        PostgresProgram.unpackInto(shared);
    }

    @Test
    void refusesTheFolderOfAnotherMajorVersion() throws IOException {
        Files.createDirectories(folder.resolve("cluster"));
        Files.writeString(folder.resolve("cluster/PG_VERSION"), "17\n");
        Files.writeString(folder.resolve("password"), "secret");
        refuses(folder, 0, "made by PostgreSQL 17", "pg_dump");
        assertThat(folder.resolve("cluster/PG_VERSION")).hasContent("17");
    }

    @Test
    void refusesADatabaseWhosePasswordIsGone() throws IOException {
        Files.createDirectories(folder.resolve("cluster"));
        refuses(folder, 0, "password of the embedded database is gone", "backup");
    }

    @Test
    void refusesAPortThatIsTaken() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            lendProgram(folder);
            refuses(folder, other.getLocalPort(), "port " + other.getLocalPort(), "wally.ops.postgres.port");
        }
    }

    @Test
    void startsAgainAfterAnInterruptedFirstStart() throws IOException {
        lendProgram(folder);
        Files.createDirectories(folder.resolve("cluster.unfinished1/base"));
        Files.writeString(folder.resolve("cluster.unfinished1/PG_VERSION"), "18\n");
        Files.writeString(folder.resolve("password.unfinished"), "");
        try (PostgresServer server = PostgresServer.start(TestPostgres.settings(folder))) {
            assertThat(server.ensureDatabase("wally")).contains("/wally");
            assertThat(folder.resolve("cluster.unfinished1")).doesNotExist();
        }
    }

    @Test
    void refusesAReadOnlyDisk() throws Exception {
        try (Mount disk = Mount.on(folder, "size=8m,ro")) {
            refuses(disk.path(), 0, "the disk is read-only", "writable");
        }
    }

    @Test
    void refusesAFullDiskAndStartsWhenThereIsSpaceAgain() throws Exception {
        try (Mount disk = Mount.on(folder, "size=100m")) {
            lendProgram(disk.path());
            PostgresServer.start(TestPostgres.settings(disk.path())).close();
            Path ballast = disk.path().resolve("ballast");
            fill(ballast, Files.getFileStore(disk.path()));
            refuses(disk.path(), 0, "the disk is full", "Free some space");
            Files.delete(ballast);
            PostgresServer.start(TestPostgres.settings(disk.path())).close();
        }
    }

    @Test
    void refusesADiskTooSmallForTheFirstStart() throws Exception {
        try (Mount disk = Mount.on(folder, "size=8m")) {
            refuses(disk.path(), 0, "the disk is full", "Free some space");
        }
    }

    private static void fill(Path ballast, FileStore disk) throws IOException {
        try (var out = Files.newOutputStream(ballast)) {
            byte[] page = new byte[4096];
            while (disk.getUsableSpace() >= page.length) {
                out.write(page);
            }
        }
    }

    private static void refuses(Path folder, int port, String problem, String remedy) {
        PostgresProperties settings = TestPostgres.settings(folder);
        PostgresProperties wanted = new PostgresProperties(
                folder, port, settings.sharedBuffers(), settings.startTimeout(), settings.stopTimeout());
        assertThatThrownBy(() -> PostgresServer.start(wanted).close())
                .isInstanceOfSatisfying(StartRefusedException.class, refusal -> {
                    assertThat(refusal).hasMessageContaining(problem);
                    assertThat(refusal.remedy()).contains(remedy);
                });
    }

    /** Spares the two seconds of unpacking. */
    private static void lendProgram(Path folder) throws IOException {
        try (var programs = Files.newDirectoryStream(shared, "program-*")) {
            for (Path program : programs) {
                Files.createSymbolicLink(folder.resolve(program.getFileName()), program);
            }
        }
    }

    /** A small disk in memory; only root on Linux can make one, elsewhere its tests are skipped. */
    private record Mount(Path path) implements AutoCloseable {
        static Mount on(Path folder, String options) throws IOException {
            Path path = Files.createDirectory(folder.resolve("disk"));
            boolean linux = "Linux".equals(System.getProperty("os.name"));
            assumeTrue(linux && run("mount", "-t", "tmpfs", "-o", options, "tmpfs", path.toString()), "no tmpfs here");
            return new Mount(path);
        }

        private static boolean run(String... command) throws IOException {
            Process process = new ProcessBuilder(Arrays.asList(command))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.onExit().join().exitValue() == 0;
        }

        @Override
        public void close() throws IOException {
            run("umount", "-l", path.toString());
        }
    }
}
