package nl.wally.access;

import java.time.Clock;
import java.util.List;
import nl.wally.access.client.AssertionRequest;
import nl.wally.access.client.Assertions;
import nl.wally.access.client.CertificateRequest;
import nl.wally.access.client.ClientCertificate;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.Customizer;
import org.springframework.security.oauth2.server.authorization.authentication.JwtClientAssertionAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.PublicClientAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.X509ClientCertificateAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2ClientAuthenticationConfigurer;
import org.springframework.security.oauth2.server.authorization.web.authentication.ClientSecretBasicAuthenticationConverter;
import org.springframework.security.oauth2.server.authorization.web.authentication.ClientSecretPostAuthenticationConverter;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * How a client proves who it is at the token endpoint: by an assertion that it signed, by the certificate of its connection
 * and, in a demo region, by a secret. Which of these is the client's own stands in its registration.
 */
final class Proofs implements Customizer<OAuth2ClientAuthenticationConfigurer> {
    private final Assertions assertions;
    private final boolean secrets;
    private final Clock clock;
    private final SignIns signIns;

    Proofs(Assertions assertions, boolean secrets, Clock clock, SignIns signIns) {
        this.assertions = assertions;
        this.secrets = secrets;
        this.clock = clock;
        this.signIns = signIns;
    }

    @Override
    public void customize(OAuth2ClientAuthenticationConfigurer client) {
        client.errorResponseHandler(signIns)
                .authenticationConverters(this::read)
                .authenticationProviders(this::verify);
    }

    private void read(List<AuthenticationConverter> converters) {
        converters.clear();
        converters.add(new AssertionRequest());
        converters.add(new CertificateRequest());
        if (secrets) {
            converters.add(new ClientSecretBasicAuthenticationConverter());
            converters.add(new ClientSecretPostAuthenticationConverter());
        }
    }

    private void verify(List<AuthenticationProvider> providers) {
        providers.removeIf(PublicClientAuthenticationProvider.class::isInstance);
        for (AuthenticationProvider provider : providers) {
            if (provider instanceof JwtClientAssertionAuthenticationProvider signed) {
                signed.setJwtDecoderFactory(assertions);
            } else if (provider instanceof X509ClientCertificateAuthenticationProvider connected) {
                connected.setCertificateVerifier(new ClientCertificate(clock));
            }
        }
    }
}
