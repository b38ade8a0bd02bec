package nl.wally.upgrade;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.zip.GZIPInputStream;
import nl.wally.TestPostgres.Database;

/**
 * A release as it is kept in the tree by {@code .ci/keep-release}: a database that it made, the files beside it, and what it
 * told of what is in there.
 */
record KeptRelease(Path folder) {
    private static final Path ALL = Path.of("src/test/resources/releases");

    /** The oldest first. */
    static List<KeptRelease> all() throws IOException {
        try (var folders = Files.list(ALL)) {
            return folders.map(KeptRelease::new)
                    .sorted(Comparator.comparing(KeptRelease::made))
                    .toList();
        }
    }

    static KeptRelease newest() throws IOException {
        List<KeptRelease> all = all();
        return all.get(all.size() - 1);
    }

    /** When its story ends: a server that goes on from there starts at this moment. */
    Instant made() {
        return Instant.parse(property("made"));
    }

    /** What it was built from. */
    String commit() {
        return property("commit");
    }

    private String property(String name) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(folder.resolve("release.properties"))) {
            properties.load(reader);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
        return properties.getProperty(name);
    }

    /** What its server told at the end. */
    List<Told> told() throws IOException {
        try (BufferedReader lines = open("told.ndjson.gz")) {
            return lines.lines().map(Told::of).toList();
        }
    }

    /** The cookie of somebody who had signed in. */
    String session() throws IOException {
        return Files.readString(folder.resolve("session")).strip();
    }

    /** Puts its files where a server can write to them, and nobody else can read them: a server insists on that. */
    void copyFiles(Path target) throws IOException {
        for (String file : List.of("audit.key", "audit.anchor", "erasures.jsonl")) {
            Files.copy(folder.resolve(file), target.resolve(file));
            Files.setPosixFilePermissions(target.resolve(file), PosixFilePermissions.fromString("rw-------"));
        }
    }

    /** Fills an empty database. */
    void restoreInto(Database database) throws IOException, SQLException {
        try (BufferedReader dump = open("database.sql.gz");
                Connection connection =
                        DriverManager.getConnection(database.url(), database.user(), database.password())) {
            new PlainDump(connection).restore(dump);
        }
    }

    private BufferedReader open(String file) throws IOException {
        return new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(folder.resolve(file))), StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return folder.getFileName().toString();
    }
}
