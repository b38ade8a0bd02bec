package nl.wally.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
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
    void staysShortAndKeepsWhatVerificationNeeds() throws IOException {
        long many = 30_000;
        String old =
                LongStream.rangeClosed(1, many).mapToObj(AnchorFileTest::line).collect(Collectors.joining());
        // As an earlier release left it, with the end of a run in the middle.
        Files.writeString(path, line(many + 7) + old);
        add(many + 1);
        assertThat(Files.size(path)).isLessThan(200_000);
        assertThat(new AnchorFile(path).read()).extracting(Anchor::seal).containsExactly(many + 7, many + 1);
        assertThat(Files.readString(path)).contains(line(many - 500)).doesNotContain(line(many - 5_000));
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(path);
        }
    }

    @Test
    void remembersAnEndThatALaterRunHasPassedBy() throws IOException {
        String again =
                LongStream.rangeClosed(3, 20_000).mapToObj(AnchorFileTest::line).collect(Collectors.joining());
        // After seal 5 a server went on from an older state, and has come further since.
        Files.writeString(path, line(4) + line(5) + again);
        add(20_001);
        assertThat(Files.size(path)).isLessThan(200_000);
        assertThat(new AnchorFile(path).read()).extracting(Anchor::seal).containsExactly(5L, 20_001L);
    }

    @Test
    void goesOnWhereItCannotBeMadeShorter() throws IOException {
        Files.writeString(path, line(1).repeat(20_000));
        Files.createDirectories(folder.resolve("audit.anchor.shorter"));
        add(2);
        assertThat(new AnchorFile(path).read()).extracting(Anchor::seal).endsWith(2L);
    }

    private static String line(long seal) {
        return "\n" + seal + " " + seal * 10 + " 2026-11-29T12:00:00Z " + "0f".repeat(32);
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
