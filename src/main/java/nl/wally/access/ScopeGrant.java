package nl.wally.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.wally.fhir.Matching;
import nl.wally.shared.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * Reads which scopes a client asks for and grants those that it may have: what it asks for beyond that is left out, and the
 * answer says so. Who asks for nothing gets all that it may have. The one grant that this server knows.
 */
final class ScopeGrant implements AuthenticationConverter {
    private static final int MOST = 50;

    private final Matching matching;

    ScopeGrant(Matching matching) {
        this.matching = matching;
    }

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        if (!(SecurityContextHolder.getContext().getAuthentication() instanceof OAuth2ClientAuthenticationToken client)
                || client.getRegisteredClient() == null) {
            return null;
        }
        request.setAttribute(SignIns.CLIENT, client.getRegisteredClient());
        if (!AuthorizationGrantType.CLIENT_CREDENTIALS
                .getValue()
                .equals(request.getParameter(OAuth2ParameterNames.GRANT_TYPE))) {
            return null;
        }
        List<Scope> allowed = read(client.getRegisteredClient().getScopes());
        String[] asked = request.getParameterValues(OAuth2ParameterNames.SCOPE);
        Set<String> granted = (asked == null ? allowed : ScopeRules.granted(asked(asked), allowed))
                .stream()
                        .filter(this::canBeHonoured)
                        .map(Scope::text)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        if (granted.isEmpty()) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_SCOPE);
        }
        return new OAuth2ClientCredentialsAuthenticationToken(client, granted, Map.of());
    }

    private static List<Scope> asked(String[] values) {
        List<String> texts = values.length == 1 ? Arrays.asList(values[0].split(" +")) : List.of();
        if (texts.isEmpty() || texts.size() > MOST) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_REQUEST);
        }
        return read(texts);
    }

    private static List<Scope> read(Collection<String> texts) {
        return texts.stream().flatMap(text -> ScopeRules.read(text).stream()).toList();
    }

    private boolean canBeHonoured(Scope scope) {
        return scope.query().isEmpty() || matching.canJudge(scope.type(), scope.query());
    }
}
