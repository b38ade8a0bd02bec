package nl.wally.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Stale output is seen without Node: the hash over the FSH sources is written beside what was compiled from them. */
class ProfilesFreshTest {

    private static final Path IG = Path.of("ig");

    @Test
    void profilesAreCompiledFromTheSourcesInTheTree() throws IOException, NoSuchAlgorithmException {
        assertThat(Files.readString(Path.of("profiles", "fsh.sha256")).strip())
                .as("run ig/build and commit profiles/")
                .isEqualTo(hashOfSources());
    }

    /** The algorithm is described in {@code ig/build}. */
    private static String hashOfSources() throws IOException, NoSuchAlgorithmException {
        var sources = new TreeMap<String, Path>();
        try (var files = Files.walk(IG.resolve("input/fsh"))) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> sources.put(IG.relativize(file).toString().replace('\\', '/'), file));
        }
        sources.put("sushi-config.yaml", IG.resolve("sushi-config.yaml"));
        var hash = MessageDigest.getInstance("SHA-256");
        for (var source : sources.entrySet()) {
            hash.update((source.getKey() + "\n").getBytes(StandardCharsets.UTF_8));
            hash.update(Files.readAllBytes(source.getValue()));
        }
        return HexFormat.of().formatHex(hash.digest());
    }
}
