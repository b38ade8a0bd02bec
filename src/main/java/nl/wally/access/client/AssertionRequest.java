package nl.wally.access.client;

import com.nimbusds.jwt.SignedJWT;
import jakarta.servlet.http.HttpServletRequest;
import java.text.ParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * Reads from a token request which client claims to have signed its assertion. Not Spring's own, which demands
 * {@code client_id} beside it: SMART clients do not send that, and RFC 7521 4.2 makes it optional.
 */
public final class AssertionRequest implements AuthenticationConverter {
    static final ClientAuthenticationMethod JWT_BEARER =
            new ClientAuthenticationMethod("urn:ietf:params:oauth:client-assertion-type:jwt-bearer");

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        String type = single(request, OAuth2ParameterNames.CLIENT_ASSERTION_TYPE);
        String assertion = single(request, OAuth2ParameterNames.CLIENT_ASSERTION);
        if (type == null && assertion == null) {
            return null;
        }
        if (assertion == null || !JWT_BEARER.getValue().equals(type) || request.getHeader("Authorization") != null) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_REQUEST);
        }
        String subject = subject(assertion);
        String named = single(request, OAuth2ParameterNames.CLIENT_ID);
        if (named != null && !named.equals(subject)) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
        }
        return new OAuth2ClientAuthenticationToken(subject, JWT_BEARER, assertion, Map.of());
    }

    /** Nothing is believed of it yet: it only tells whose keys to look for. */
    private static String subject(String assertion) {
        try {
            String subject = SignedJWT.parse(assertion).getJWTClaimsSet().getSubject();
            if (subject != null && !subject.isBlank()) {
                return subject;
            }
        } catch (ParseException unreadable) {
            // Said below, in the one word that every refusal of a client has.
        }
        throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
    }

    private static @Nullable String single(HttpServletRequest request, String name) {
        String[] values = request.getParameterValues(name);
        // In an address a proof would end up in the logs of proxies.
        if (values != null && (values.length > 1 || request.getQueryString() != null)) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_REQUEST);
        }
        return values == null ? null : values[0];
    }
}
