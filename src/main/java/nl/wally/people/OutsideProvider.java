package nl.wally.people;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import nl.wally.fhir.FhirProperties;
import nl.wally.shared.StartRefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.oidc.OidcScopes;

/**
 * The OpenID provider of the operator. Its addresses are asked for (OpenID Connect Discovery) when somebody first signs in:
 * this server need not wait until the provider runs, and asks again as long as it does not answer.
 */
final class OutsideProvider implements ClientRegistrationRepository {
    static final String ID = "provider";

    private final String issuer;
    private final String clientId;
    private final String secret;
    private final String callback;
    private volatile @Nullable ClientRegistration known;

    /**
     * @throws StartRefusedException when the file with the secret cannot be read or holds none
     */
    OutsideProvider(PeopleProperties settings, FhirProperties fhir) {
        issuer = Objects.requireNonNull(settings.issuer()).toString();
        clientId = Objects.requireNonNull(settings.clientId());
        secret = secret(settings);
        callback = fhir.root("{baseUrl}") + PeopleConfig.CALLBACK;
    }

    /**
     * How this server talks to the provider.
     *
     * @throws AuthenticationServiceException when the provider does not answer, or is not who it should be
     */
    ClientRegistration registration() {
        ClientRegistration found = known;
        if (found == null) {
            found = discover();
            known = found;
        }
        return found;
    }

    /** Where to sign out at the provider; empty when it offers no such thing, or at another host. */
    Optional<String> endOfSession() {
        Object address =
                registration().getProviderDetails().getConfigurationMetadata().get("end_session_endpoint");
        String origin = issuer.replaceFirst("^(https?://[^/]+).*$", "$1");
        // Browsers follow a form no further than our pages allow, which is the host of the issuer.
        return Optional.ofNullable(address).map(Object::toString).filter(end -> end.startsWith(origin + "/"));
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        return id.equals(ID) ? registration() : null;
    }

    private ClientRegistration discover() {
        try {
            return ClientRegistrations.fromIssuerLocation(issuer)
                    .registrationId(ID)
                    .clientId(clientId)
                    .clientSecret(secret)
                    .redirectUri(callback)
                    // Nothing is asked about the person: the identity is enough.
                    .scope(OidcScopes.OPENID)
                    .build();
        } catch (IllegalArgumentException | IllegalStateException unusable) {
            throw new AuthenticationServiceException("The OpenID provider does not answer as it should", unusable);
        }
    }

    private static String secret(PeopleProperties settings) {
        Path file = settings.clientSecretFile();
        if (file == null) {
            return Objects.requireNonNull(settings.clientSecret());
        }
        try {
            String secret = Files.readString(file).strip();
            if (!secret.isEmpty()) {
                return secret;
            }
        } catch (IOException unreadable) {
            throw refused(unreadable);
        }
        throw refused(null);
    }

    private static StartRefusedException refused(@Nullable IOException cause) {
        String problem = "The file that wally.people.client-secret-file names cannot be read or is empty.";
        String remedy = "Put the secret of the client at the OpenID provider into it, readable by this server only.";
        return cause == null
                ? new StartRefusedException(problem, remedy)
                : new StartRefusedException(problem, remedy, cause);
    }
}
