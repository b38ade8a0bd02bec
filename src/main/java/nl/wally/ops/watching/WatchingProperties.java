package nl.wally.ops.watching;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of what an operator watches.
 *
 * @param backupMark the file that is touched whenever the backup was found right; no metric tells of it when left out
 */
@Validated
@ConfigurationProperties("wally.ops.watching")
record WatchingProperties(@Nullable Path backupMark) {}
