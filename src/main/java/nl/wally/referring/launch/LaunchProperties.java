package nl.wally.referring.launch;

import java.nio.file.Path;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings {@code wally.launch.…}; each is explained in {@code application.yaml}.
 *
 * @param hisFile which HIS may launch the form by SMART App Launch, for which practice; without one none does
 * @param hisReread how often a node looks whether that file has changed
 * @param keyFile the private key with which this server proves to a HIS who it is; without one it is a public client everywhere
 * @param inside whether a HIS may stand in a private network
 */
@Validated
@ConfigurationProperties("wally.launch")
record LaunchProperties(
        @Nullable Path hisFile,

        @DefaultValue("10s") @DurationMin(seconds = 1) @DurationMax(hours = 1)
        Duration hisReread,

        @Nullable Path keyFile,
        @DefaultValue("false") boolean inside) {}
