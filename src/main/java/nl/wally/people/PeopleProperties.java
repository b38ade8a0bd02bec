package nl.wally.people;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.util.StringUtils;
import org.springframework.validation.annotation.Validated;

/**
 * Settings {@code wally.people.…}; each is explained in {@code application.yaml}.
 *
 * @param issuer the OpenID provider at which people sign in; without one nobody does, outside of the demo region
 * @param clientId how the provider knows this server
 * @param clientSecret the secret of that client; rather named by {@code clientSecretFile} or the environment
 * @param clientSecretFile a file that holds the secret and nothing else
 * @param idTokenAlgorithm with which the provider signs
 * @param identitiesFile who may sign in, and as whom
 * @param identitiesSweep how often a node looks whether that file has changed
 * @param idle after how long without a request a session ends
 * @param longest how long a session lasts at most
 * @param contact whom somebody without a role may ask, as people are told
 */
@Validated
@ConfigurationProperties("wally.people")
record PeopleProperties(
        @Nullable URI issuer,
        @Nullable String clientId,
        @Nullable String clientSecret,
        @Nullable Path clientSecretFile,
        @DefaultValue("RS256") @NotNull SignatureAlgorithm idTokenAlgorithm,
        @Nullable Path identitiesFile,

        @DefaultValue("10s") @DurationMin(seconds = 1) @DurationMax(hours = 1)
        Duration identitiesSweep,

        @DefaultValue("30m") @DurationMin(minutes = 1) @DurationMax(hours = 2)
        Duration idle,

        @DefaultValue("10h") @DurationMin(minutes = 1) @DurationMax(hours = 24)
        Duration longest,

        @Nullable String contact) {
    private static final Set<String> OWN_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    @AssertTrue(
            message = "wally.people.issuer must be an https address: whoever sits in between could sign in as anybody")
    boolean isIssuerSafe() {
        return issuer == null
                || "https".equals(issuer.getScheme())
                || "http".equals(issuer.getScheme()) && OWN_MACHINE.contains(String.valueOf(issuer.getHost()));
    }

    @AssertTrue(
            message =
                    "wally.people.issuer needs wally.people.client-id, and either client-secret or client-secret-file")
    boolean isClientKnown() {
        return issuer == null
                || StringUtils.hasText(clientId) && StringUtils.hasText(clientSecret) != (clientSecretFile != null);
    }

    /** The host of the provider, as a browser names an origin; empty without one. */
    String origin() {
        return issuer == null ? "" : issuer.getScheme() + "://" + issuer.getAuthority();
    }

    /** Whether this host is the machine of who asks: the only one that is reached without TLS. */
    static boolean isOwnMachine(String host) {
        return OWN_MACHINE.contains(host);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "PeopleProperties[issuer=" + issuer + ", clientId=" + clientId + "]";
    }
}
