package nl.wally.access.client;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Base64;
import java.util.Date;
import java.util.function.Consumer;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationContext;

/** Holds the certificate of a connection against the one that is registered (RFC 8705 2.1). TLS itself trusts its issuer. */
public final class ClientCertificate implements Consumer<OAuth2ClientAuthenticationContext> {
    /** Names of the client settings that carry what is registered. */
    public static final String SUBJECT = "wally.certificate-subject";

    public static final String THUMBPRINT = "wally.certificate-thumbprint";

    private final Clock clock;

    public ClientCertificate(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void accept(OAuth2ClientAuthenticationContext context) {
        var settings = context.getRegisteredClient().getClientSettings();
        var shown = context.getAuthentication().getCredentials();
        if (!(shown instanceof X509Certificate[] chain)
                || !isValid(chain[0])
                || !isThe(chain[0], settings.getSetting(SUBJECT), settings.getSetting(THUMBPRINT))) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
        }
    }

    /** SHA-256 of a certificate, as {@code cnf.x5t#S256} has it (RFC 8705 3.1). */
    public static String thumbprint(X509Certificate certificate) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException | CertificateEncodingException impossible) {
            throw new IllegalStateException("a certificate that came over TLS has an encoding", impossible);
        }
    }

    private static boolean isThe(X509Certificate certificate, @Nullable String subject, @Nullable String thumbprint) {
        return thumbprint != null
                ? MessageDigest.isEqual(bytes(thumbprint), bytes(thumbprint(certificate)))
                : subject != null && new X500Principal(subject).equals(certificate.getSubjectX500Principal());
    }

    private boolean isValid(X509Certificate certificate) {
        try {
            certificate.checkValidity(Date.from(clock.instant()));
            return true;
        } catch (CertificateException tooEarlyOrTooLate) {
            return false;
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
