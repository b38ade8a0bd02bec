package nl.wally.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import nl.wally.fhir.ServerKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/**
 * Signing in at the outside provider (OpenID Connect Core, authorization code with PKCE, state and nonce). Spring Security does
 * the protocol; what it would keep in a session of the servlet container is kept elsewhere or not at all.
 */
final class ProviderSignIn implements AuthenticationSuccessHandler {
    private static final String KEY = "sign-in-under-way";

    private final OutsideProvider provider;
    private final Reception reception;
    private final ServerKeys keys;
    private final PeopleProperties settings;
    private final Clock clock;

    ProviderSignIn(
            OutsideProvider provider, Reception reception, ServerKeys keys, PeopleProperties settings, Clock clock) {
        this.provider = provider;
        this.reception = reception;
        this.keys = keys;
        this.settings = settings;
        this.clock = clock;
    }

    /** Opens the door to the provider in this chain. */
    void join(HttpSecurity http, Doorkeeper door) throws Exception {
        http.oauth2Login(login -> login.clientRegistrationRepository(provider)
                .authorizedClientRepository(new ForgottenClients())
                .loginPage(PeopleConfig.SIGN_IN)
                .loginProcessingUrl(PeopleConfig.CALLBACK)
                .authorizationEndpoint(leaving -> leaving.authorizationRequestResolver(resolver())
                        .authorizationRequestRepository(
                                new UnderWay(Cookies.UNDER_WAY, new Seal(() -> keys.get(KEY), clock))))
                .tokenEndpoint(codes -> codes.accessTokenResponseClient(ProviderCalls.codes()))
                // The identity is in the ID token; nothing more is asked about the person.
                .userInfoEndpoint(nothing -> nothing.oidcUserService(
                        asked -> new DefaultOidcUser(AuthorityUtils.NO_AUTHORITIES, asked.getIdToken())))
                .successHandler(this)
                .failureHandler(door));
    }

    /** What an ID token must be besides signed by the provider: of that issuer, for this client, of this moment. */
    JwtDecoderFactory<ClientRegistration> idTokens() {
        OidcIdTokenDecoderFactory factory = new OidcIdTokenDecoderFactory();
        factory.setJwsAlgorithmResolver(registration -> settings.idTokenAlgorithm());
        factory.setJwtValidatorFactory(this::checks);
        return factory;
    }

    private OAuth2TokenValidator<Jwt> checks(ClientRegistration registration) {
        OidcIdTokenValidator identity = new OidcIdTokenValidator(registration);
        identity.setClock(clock);
        JwtTimestampValidator times = new JwtTimestampValidator();
        times.setClock(clock);
        return new DelegatingOAuth2TokenValidator<>(times, identity);
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        OidcUser proven = (OidcUser) authentication.getPrincipal();
        Identity identity = new Identity(proven.getIssuer().toString(), proven.getSubject());
        reception.welcome(
                identity,
                proven.getIdToken().getTokenValue(),
                (String) request.getAttribute(UnderWay.DESTINATION),
                request,
                response);
    }

    private OAuth2AuthorizationRequestResolver resolver() {
        var resolver = new DefaultOAuth2AuthorizationRequestResolver(provider, PeopleConfig.LEAVE_BASE);
        resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        return new OAuth2AuthorizationRequestResolver() {
            @Override
            public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
                return withDestination(resolver.resolve(request), request);
            }

            @Override
            public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registration) {
                return withDestination(resolver.resolve(request, registration), request);
            }
        };
    }

    private static @Nullable OAuth2AuthorizationRequest withDestination(
            @Nullable OAuth2AuthorizationRequest asked, HttpServletRequest request) {
        return asked == null
                ? null
                : OAuth2AuthorizationRequest.from(asked)
                        .attributes(attributes -> attributes.put(
                                UnderWay.DESTINATION, Destination.ours(request.getParameter(Destination.FIELD))))
                        .build();
    }
}
