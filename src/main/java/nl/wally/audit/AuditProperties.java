package nl.wally.audit;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the audit trail.
 *
 * @param keyFile holds the keys of the MACs, readable by the owner only; beside the embedded database when left out
 * @param anchorFile where the newest seal is noted outside the database; beside the key file when left out
 * @param seal how long the server waits before it seals again what was recorded meanwhile
 * @param strangersPerMinute how many refusals of callers who have proven nothing are recorded one by one
 */
@Validated
@ConfigurationProperties("wally.audit")
record AuditProperties(
        @Nullable Path keyFile,
        @Nullable Path anchorFile,
        @NotNull @DefaultValue("1s") Duration seal,
        @Min(1) @DefaultValue("60") int strangersPerMinute) {}
