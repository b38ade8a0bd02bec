package nl.wally.access.client;

import jakarta.servlet.http.HttpServletRequest;
import java.security.cert.X509Certificate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * Reads from a token request over mutual TLS which client it claims to be (RFC 8705 2.1). Not Spring's own, which takes a
 * client that sends no more than its own certificate for one that signed it itself.
 */
public final class CertificateRequest implements AuthenticationConverter {
    /** Where the servlet container leaves what it has verified in the handshake; no header can do so. */
    static final String VERIFIED = "jakarta.servlet.request.X509Certificate";

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        String[] named = request.getParameterValues(OAuth2ParameterNames.CLIENT_ID);
        boolean otherProof = request.getHeader("Authorization") != null
                || request.getParameter(OAuth2ParameterNames.CLIENT_SECRET) != null;
        return !otherProof
                        && named != null
                        && named.length == 1
                        && request.getAttribute(VERIFIED) instanceof X509Certificate[] chain
                        && chain.length > 0
                ? new OAuth2ClientAuthenticationToken(
                        named[0], ClientAuthenticationMethod.TLS_CLIENT_AUTH, chain, Map.of())
                : null;
    }
}
