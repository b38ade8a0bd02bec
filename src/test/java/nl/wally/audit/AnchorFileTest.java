package nl.wally.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import nl.wally.audit.AnchorFile.Anchor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnchorFileTest {
    @TempDir
    private Path folder;

    private Path path;

    @BeforeEach
    void file() {
        path = folder.resolve("audit.anchor");
    }

    @Test
    void keepsTheEndOfEachRunOnly() throws IOException {
        add(1, 2, 3);
        // An older state was restored, and the server went on from it.
        add(2, 3, 4);
        assertThat(new AnchorFile(path).read()).extracting(Anchor::seal).containsExactly(3L, 4L);
    }

    @Test
    void leavesOutWhatACrashToreOffAndTakesWhatComesAfter() throws IOException {
        add(1);
        Files.writeString(path, "\n12", StandardOpenOption.APPEND);
        add(2);
        assertThat(new AnchorFile(path).read()).extracting(Anchor::seal).containsExactly(2L);
    }

    @Test
    void knowsNothingWithoutAFile() throws IOException {
        assertThat(new AnchorFile(path).read()).isEmpty();
    }

    private void add(long... seals) throws IOException {
        for (long seal : seals) {
            new AnchorFile(path).add(new Seal(seal, Instant.EPOCH, List.of(), 10, "", new byte[32]));
        }
    }
}
