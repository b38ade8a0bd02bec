package nl.wally.ops.watching;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The metric that the alert asks for tells when the file was touched, and that it never was. */
class BackupMarkTest {
    @Test
    void tellsWhenTheBackupWasLastRight(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("right");
        var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        new BackupMark(file).bindTo(registry);
        assertThat(WatchingFiles.NOT_EVERYWHERE)
                .allMatch(name -> name.startsWith("ssl_") || registry.scrape().contains(name));
        assertThat(registry.scrape()).contains("wally_backup_verified_timestamp_seconds 0.0");

        Files.createFile(file);
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_500));
        assertThat(registry.scrape()).contains("wally_backup_verified_timestamp_seconds 1.5");
    }
}
