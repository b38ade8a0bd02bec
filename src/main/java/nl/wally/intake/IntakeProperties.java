package nl.wally.intake;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings {@code wally.intake.*}.
 *
 * @param acceptBsn whether the municipality has a legal ground for the BSN and has switched it on (W-10)
 */
@Validated
@ConfigurationProperties("wally.intake")
record IntakeProperties(@DefaultValue("false") boolean acceptBsn) {}
