package nl.wally.people;

import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;

/**
 * A sign-in between leaving for the provider (or, in a launch, for the HIS) and coming back. What has to be remembered (state, nonce, the secret of PKCE)
 * travels sealed in a cookie: it binds the answer to this browser, any node can go on with it, and whoever knocks a million
 * times leaves nothing behind.
 */
public final class UnderWay implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {
    /** Under this name a request knows where to go afterwards. */
    static final String DESTINATION = "destination";

    private static final Duration LASTS = Duration.ofMinutes(10);
    private static final String STATE = "state";
    private static final String URI = "uri";
    private static final String CLIENT = "client";
    private static final String REDIRECT = "redirect";

    private final Cookies cookie;
    private final Seal seal;

    UnderWay(Cookies cookie, Seal seal) {
        this.cookie = cookie;
        this.seal = seal;
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        return cookie.read(request)
                .flatMap(seal::open)
                .map(UnderWay::request)
                // The answer to another question than this browser asked is no answer.
                .filter(asked -> asked.getState().equals(request.getParameter(STATE)))
                .orElse(null);
    }

    @Override
    public void saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest asked, HttpServletRequest request, HttpServletResponse response) {
        if (asked == null) {
            cookie.remove(request, response);
            return;
        }
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .claim(STATE, asked.getState())
                .claim(URI, asked.getAuthorizationUri())
                .claim(CLIENT, asked.getClientId())
                .claim(REDIRECT, asked.getRedirectUri())
                .claim(OAuth2ParameterNames.REGISTRATION_ID, asked.getAttribute(OAuth2ParameterNames.REGISTRATION_ID))
                .claim(OidcParameterNames.NONCE, asked.getAttribute(OidcParameterNames.NONCE))
                .claim(PkceParameterNames.CODE_VERIFIER, asked.getAttribute(PkceParameterNames.CODE_VERIFIER))
                .claim(DESTINATION, asked.getAttribute(DESTINATION));
        cookie.write(request, response, seal.close(claims, LASTS));
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        OAuth2AuthorizationRequest asked = loadAuthorizationRequest(request);
        cookie.remove(request, response);
        Optional.ofNullable(asked)
                .ifPresent(found -> request.setAttribute(
                        DESTINATION,
                        Optional.ofNullable(found.getAttribute(DESTINATION)).orElse("")));
        return asked;
    }

    private static OAuth2AuthorizationRequest request(JWTClaimsSet claims) {
        Map<String, Object> all = claims.getClaims();
        return OAuth2AuthorizationRequest.authorizationCode()
                .state(text(all, STATE))
                .authorizationUri(text(all, URI))
                .clientId(text(all, CLIENT))
                .redirectUri(text(all, REDIRECT))
                // By this scope Spring Security knows that the answer is one of OpenID Connect, to be judged as such.
                .scope(OidcScopes.OPENID)
                .attributes(attributes -> {
                    attributes.put(
                            OAuth2ParameterNames.REGISTRATION_ID, text(all, OAuth2ParameterNames.REGISTRATION_ID));
                    attributes.put(OidcParameterNames.NONCE, text(all, OidcParameterNames.NONCE));
                    attributes.put(PkceParameterNames.CODE_VERIFIER, text(all, PkceParameterNames.CODE_VERIFIER));
                    attributes.put(DESTINATION, text(all, DESTINATION));
                })
                .build();
    }

    private static String text(Map<String, Object> claims, String name) {
        return String.valueOf(claims.getOrDefault(name, ""));
    }
}
