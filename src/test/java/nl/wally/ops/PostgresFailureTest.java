package nl.wally.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import nl.wally.shared.StartRefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.diagnostics.FailureAnalysis;

class PostgresFailureTest {
    private static final Path FOLDER = Path.of("/srv/wally");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            FATAL:  could not write lock file "postmaster.pid": No space left on device       | the disk is full
            FATAL:  could not create lock file "postmaster.pid": Read-only file system         | the disk is read-only
            initdb: error: could not access directory "/srv/wally": Permission denied          | this user may not read and write
            FATAL:  data directory "/srv/wally/cluster" has wrong ownership                    | this user may not read and write
            LOG:  could not bind IPv4 address "127.0.0.1": Address already in use              | port 5432 of 127.0.0.1 is taken
            initdb: error: cannot be run as root                                               | refuses to run as root
            PANIC:  could not locate a valid checkpoint record                                 | could not locate a valid checkpoint
            """)
    void saysInOneParagraphWhatIsWrong(String said, String problem) {
        StartRefusedException refusal =
                PostgresFailure.of(FOLDER, 5432, List.of("LOG:  starting", said, "LOG:  database system is shut down"));
        assertThat(refusal).hasMessageContaining(problem).hasMessageContaining(FOLDER.toString());
        assertThat(refusal.remedy()).isNotBlank();
    }

    @Test
    void saysTheSameForWhatJavaFinds() {
        assertThat(PostgresFailure.of(FOLDER, 0, new AccessDeniedException("/srv/wally/lock")))
                .hasMessageContaining("this user may not");
        assertThat(PostgresFailure.of(FOLDER, 0, new FileSystemException("lock", null, "No space left on device")))
                .hasMessageContaining("the disk is full");
        assertThat(PostgresFailure.late(FOLDER, Duration.ofMinutes(2))).hasMessageContaining("120 seconds");
        assertThat(PostgresFailure.of(FOLDER, 0, List.of())).hasMessageContaining("it said nothing");
    }

    @Test
    void isPrintedInsteadOfAStackTrace() {
        RuntimeException wrapped = new IllegalStateException(PostgresFailure.otherVersion(FOLDER, "17"));
        FailureAnalysis analysis = new StartRefusedAnalyzer().analyze(wrapped);
        assertThat(analysis.getDescription()).contains("made by PostgreSQL 17");
        assertThat(analysis.getAction()).contains("pg_dump");
    }
}
