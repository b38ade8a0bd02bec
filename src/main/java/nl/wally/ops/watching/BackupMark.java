package nl.wally.ops.watching;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Metric {@code wally_backup_verified_timestamp_seconds}: when the backup was last found right, by the time of a file that
 * {@code docker/backup/verify-backup} touches then.
 */
record BackupMark(Path file) implements MeterBinder {
    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("wally.backup.verified.timestamp", this, BackupMark::verifiedAt)
                .description("When the backup was last found right; 0 when it never was")
                .baseUnit("seconds")
                .strongReference(true)
                .register(registry);
    }

    /** A mark that cannot be read is none: whoever watches has to hear of it. */
    private double verifiedAt() {
        try {
            return Files.getLastModifiedTime(file).toMillis() / 1_000.0;
        } catch (IOException none) {
            return 0;
        }
    }
}
