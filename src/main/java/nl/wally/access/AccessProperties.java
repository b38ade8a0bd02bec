package nl.wally.access;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;
import org.springframework.validation.annotation.Validated;

/**
 * Settings {@code wally.access.…}; each is explained in {@code application.yaml}.
 *
 * @param issuer name of the embedded authorization server in its tokens
 * @param audience for whom a token must be meant
 * @param tokenLifetime of the tokens of the embedded authorization server
 * @param clockSkew by how much the clocks of issuer and server may differ
 * @param signingKeyAge how long a key signs tokens before the next one takes its place
 * @param clientsFile where the operator registers clients
 * @param clientsReread how often that file is looked at
 * @param clientKeysInside whether clients may publish their keys in a private network
 * @param issuerUri an outside issuer, which switches the embedded one off
 * @param jwkSetUri where the outside issuer publishes its keys
 * @param claims which claims say who is calling
 * @param corsOrigins of browser apps that may call from elsewhere, exactly as the browser names them
 * @param bodyTime the longest that a whole body may take to come in
 * @param cancelledVisibleFor how long a Wally still sees a referral that was cancelled, or entered in error
 * @param showBsn whether social workers see the BSN of the persons referred to them
 * @param bsnLegalGround why they may; required when they do
 */
@Validated
@ConfigurationProperties("wally.access")
record AccessProperties(
        @DefaultValue("http://localhost:8080") @NotBlank String issuer,
        @Nullable String audience,

        @DefaultValue("5m") @DurationMin(seconds = 30) @DurationMax(hours = 1)
        Duration tokenLifetime,

        @DefaultValue("30s") @DurationMin(seconds = 0) @DurationMax(minutes = 2)
        Duration clockSkew,

        @DefaultValue("90d") @DurationMin(hours = 1) @DurationMax(days = 730)
        Duration signingKeyAge,

        @Nullable Path clientsFile,

        @DefaultValue("10s") @DurationMin(seconds = 1) @DurationMax(hours = 1)
        Duration clientsReread,

        @DefaultValue("false") boolean clientKeysInside,

        @Nullable String issuerUri,
        @Nullable String jwkSetUri,
        @DefaultValue @Valid Claims claims,

        @DefaultValue List<@Pattern(regexp = ORIGIN, message = ORIGIN_WORDS) String> corsOrigins,

        @DefaultValue("30s") @DurationMin(seconds = 1) @DurationMax(minutes = 10)
        Duration bodyTime,

        @DefaultValue("30d") @DurationMin(seconds = 0) @DurationMax(days = 3650)
        Duration cancelledVisibleFor,

        @DefaultValue("false") boolean showBsn,
        @Nullable String bsnLegalGround) {
    /** No star, no path, no slash at the end; without TLS on this machine only. */
    private static final String ORIGIN =
            "https://[a-z0-9.-]+(:[0-9]{1,5})?|http://(localhost|127\\.0\\.0\\.1)(:[0-9]{1,5})?";

    private static final String ORIGIN_WORDS =
            "wally.access.cors-origins holds whole origins such as https://app.example: scheme, host, port if it has one";

    /** For whom a token must be meant: the base of the FHIR API. */
    String expectedAudience() {
        return StringUtils.hasText(audience) ? audience : issuer + "/fhir";
    }

    @AssertTrue(message = "wally.access.jwk-set-uri needs wally.access.issuer-uri: the issuer of a token is checked")
    boolean isIssuerKnown() {
        return !StringUtils.hasText(jwkSetUri) || StringUtils.hasText(issuerUri);
    }

    @AssertTrue(message = "wally.access.issuer-uri needs wally.access.audience: a token must be meant for this server")
    boolean isAudienceKnown() {
        return !StringUtils.hasText(issuerUri) || StringUtils.hasText(audience);
    }

    @AssertTrue(
            message =
                    "wally.access.show-bsn needs wally.access.bsn-legal-ground: the law that lets social workers see it")
    boolean isBsnGrounded() {
        return !showBsn || StringUtils.hasText(bsnLegalGround);
    }

    /**
     * Names of claims in an access token.
     *
     * @param client the OAuth client
     * @param organization for whom the caller works
     * @param practitionerRole the acting person
     * @param capacity on which side of the loop the caller stands
     * @param scope to what the token is narrowed
     */
    record Claims(
            @DefaultValue("client_id") @NotBlank String client,
            @DefaultValue("organization") @NotBlank String organization,
            @DefaultValue("practitioner_role") @NotBlank String practitionerRole,
            @DefaultValue("capacity") @NotBlank String capacity,
            @DefaultValue("scope") @NotBlank String scope) {}
}
