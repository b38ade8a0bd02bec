package nl.wally.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import nl.wally.upgrade.BackupScripts.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the scripts of the backup do with files, without a database: what they take, refuse, notice and throw away. */
class BackupFilesTest {
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String FIRST = "0000000100000000000000FE";
    private static final String SECOND = "0000000100000000000000FF";
    private static final String THIRD = "000000010000000100000000";

    @TempDir
    private Path folder;

    private BackupScripts backup;

    @BeforeEach
    void begin() throws Exception {
        backup = new BackupScripts(folder);
    }

    @Test
    void archivesAPieceOnceAndRefusesAnotherUnderItsName() throws Exception {
        Path piece = archive(FIRST);
        assertThat(backup.outcome("archive-wal", Map.of(), piece.toString(), FIRST)
                        .status())
                .as("asked again after a crash")
                .isZero();
        Files.writeString(piece, "of another server");
        Outcome other = backup.outcome("archive-wal", Map.of(), piece.toString(), FIRST);
        assertThat(other.status()).isEqualTo(1);
        assertThat(other.said()).contains("holds something else");
    }

    @Test
    void givesBackWhatItGotAndTellsTheEndFromDamage() throws Exception {
        archive(FIRST);
        Path given = folder.resolve("given");
        assertThat(restored(FIRST, given)).isZero();
        assertThat(given).hasContent("the log of " + FIRST);
        assertThat(restored(SECOND, given)).as("the end of the backup").isEqualTo(1);
        spoil(FIRST);
        assertThat(restored(FIRST, given)).as("stops the recovery").isGreaterThan(125);
        assertThat(backup.outcome("archive-wal", Map.of(), folder.resolve(FIRST).toString(), FIRST)
                        .said())
                .contains("is damaged");
    }

    @Test
    void keepsOnlyTheNewestOfWhatGrowsAndNothingShorter() throws Exception {
        Path list = Files.writeString(folder.resolve("erasures.jsonl"), "one\n");
        Map<String, String> settings = Map.of("BACKUP_NEWEST", list + " " + folder.resolve("not there yet"));
        backup.run("keep-newest", settings);
        Files.writeString(list, "one\ntwo\n");
        backup.run("keep-newest", settings);
        Files.writeString(list, "three\n");
        Outcome shorter = backup.outcome("keep-newest", settings);
        assertThat(shorter.status()).isEqualTo(1);
        assertThat(shorter.said()).contains("got shorter than what was kept");
    }

    @Test
    void keepsAnAnchorThatHasFewerLinesAndNoneThatWentBack() throws Exception {
        Path anchor = folder.resolve("audit.anchor");
        Map<String, String> settings = Map.of("BACKUP_NEWEST", anchor.toString());
        Files.writeString(anchor, seal(9) + seal(4) + seal(5));
        backup.run("keep-newest", settings);
        Files.writeString(anchor, seal(9) + seal(6) + "\n7 70 torn o");
        backup.run("keep-newest", settings);
        Files.writeString(anchor, seal(7) + seal(8));
        Outcome back = backup.outcome("keep-newest", settings);
        assertThat(back.status()).isEqualTo(1);
        assertThat(back.said()).contains("audit.anchor is gone or got shorter than what was kept");
    }

    @Test
    void keepsWhatItHasOfAFileThatIsGone() throws Exception {
        Path list = Files.writeString(folder.resolve("erasures.jsonl"), "one\n");
        Path anchor = Files.writeString(folder.resolve("audit.anchor"), seal(1));
        Map<String, String> settings = Map.of("BACKUP_NEWEST", list + " " + anchor);
        backup.run("keep-newest", settings);
        Files.delete(list);
        Files.writeString(anchor, seal(2));
        Outcome gone = backup.outcome("keep-newest", settings);
        assertThat(gone.status()).isEqualTo(1);
        assertThat(gone.said()).contains("erasures.jsonl is gone");
    }

    private static String seal(int number) {
        return "\n" + number + " " + number + "0 2026-11-29T12:00:00Z " + "0f".repeat(32);
    }

    @Test
    void throwsAwayWhatIsTooOldAndNeverTheLastThatIsWhole() throws Exception {
        base(40, FIRST);
        base(20, SECOND);
        for (String name : List.of(FIRST, SECOND, THIRD)) {
            archive(name);
        }
        backup.run("expire", Map.of("BACKUP_DAYS", "30"));
        assertThat(names("wal"))
                .doesNotContain(FIRST + ".gpg", FIRST + ".gpg.sum")
                .contains(SECOND + ".gpg");
        assertThat(names("base")).hasSize(1);
        backup.run("expire", Map.of("BACKUP_DAYS", "1"));
        assertThat(names("base")).hasSize(1);
        assertThat(names("wal")).contains(SECOND + ".gpg", THIRD + ".gpg");
    }

    @Test
    void tellsWhatIsMissing() throws Exception {
        base(0, FIRST);
        for (String name : List.of(FIRST, SECOND, THIRD)) {
            archive(name);
        }
        assertThat(backup.run("verify-backup", marking())).contains("3 files of WAL");
        assertThat(mark()).exists();
        Files.delete(mark());
        Files.delete(backup.file("wal").resolve(SECOND + ".gpg"));
        assertThat(verdict()).contains("is missing: the backup ends there");
        spoil(THIRD);
        assertThat(verdict()).contains(THIRD + ".gpg is damaged");
        backup.run("expire", Map.of());
        Path about = backup.file("base/" + names("base").get(0) + "/about");
        Files.writeString(about, Files.readString(about).replaceAll("until=\\d{4}", "until=2020"));
        assertThat(verdict()).contains("the newest base backup is");
        assertThat(mark()).as("what is wrong is not called right").doesNotExist();
    }

    private Map<String, String> marking() {
        return Map.of("BACKUP_MARK", mark().toString());
    }

    private Path mark() {
        return folder.resolve("right");
    }

    private String verdict() throws Exception {
        Outcome outcome = backup.outcome("verify-backup", marking());
        assertThat(outcome.status()).isEqualTo(1);
        return outcome.said();
    }

    private Path archive(String name) throws Exception {
        Path piece = Files.writeString(folder.resolve(name), "the log of " + name);
        backup.run("archive-wal", Map.of(), piece.toString(), name);
        return piece;
    }

    private int restored(String name, Path target) throws Exception {
        return backup.withPrivateKey("restore-wal", name, target.toString()).status();
    }

    /** What a base backup so many days ago has noted of itself. */
    private void base(int days, String first) throws IOException {
        String when = NAME.format(Instant.now().minusSeconds(days * 86_400L));
        Path base = Files.createDirectories(backup.file("base").resolve(when));
        Files.writeString(base.resolve("about"), "first=%s\nlast=%s\nuntil=%s\n".formatted(first, first, when));
    }

    private void spoil(String name) throws IOException {
        Path file = backup.file("wal").resolve(name + ".gpg");
        byte[] content = Files.readAllBytes(file);
        content[content.length / 2] ^= 1;
        Files.write(file, content);
    }

    private List<String> names(String where) throws IOException {
        try (var files = Files.list(backup.file(where))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
