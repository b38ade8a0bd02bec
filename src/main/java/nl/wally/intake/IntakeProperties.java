package nl.wally.intake;

import jakarta.validation.constraints.AssertTrue;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;
import org.springframework.validation.annotation.Validated;

/**
 * Settings {@code wally.intake.*}.
 *
 * @param acceptBsn whether the municipality has switched on that the BSN is accepted (W-10)
 * @param bsnLegalGround the law because of which it may; required when it does
 */
@Validated
@ConfigurationProperties("wally.intake")
record IntakeProperties(
        @DefaultValue("false") boolean acceptBsn, @Nullable String bsnLegalGround) {
    @AssertTrue(
            message = "wally.intake.accept-bsn needs wally.intake.bsn-legal-ground: the law that lets you process it")
    boolean isBsnGrounded() {
        return !acceptBsn || StringUtils.hasText(bsnLegalGround);
    }
}
