package nl.wally.ops;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the embedded PostgreSQL; without effect when {@code spring.datasource.url} is set.
 *
 * @param dataFolder holds the database, its password and the unpacked program; relative to the working directory
 * @param port on 127.0.0.1; 0 takes a free one at every start
 * @param sharedBuffers memory that PostgreSQL keeps for data pages
 * @param startTimeout longest time until it accepts connections, recovery after a crash included
 * @param stopTimeout longest time for a clean stop; after that it is stopped without a checkpoint, which loses nothing
 */
@Validated
@ConfigurationProperties("wally.ops.postgres")
public record PostgresProperties(
        @NotNull @DefaultValue("data/postgres") Path dataFolder,
        @Min(0) @Max(65535) @DefaultValue("0") int port,
        @NotNull @DefaultValue("128MB") DataSize sharedBuffers,
        @NotNull @DefaultValue("2m") Duration startTimeout,
        @NotNull @DefaultValue("30s") Duration stopTimeout) {}
