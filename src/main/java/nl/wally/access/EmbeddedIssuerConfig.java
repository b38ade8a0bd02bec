package nl.wally.access;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.util.matcher.OrRequestMatcher;

/**
 * The embedded authorization server: one grant, client credentials. Of Spring's endpoints only these three have a door;
 * the others (authorization, introspection, revocation, device) fall to the closed chain.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("'${wally.access.issuer-uri:}'.isBlank()")
class EmbeddedIssuerConfig {
    private static final String TOKEN = "/oauth2/token";
    private static final String KEYS = "/oauth2/jwks";
    private static final String METADATA = "/.well-known/oauth-authorization-server";

    /** What the metadata says, and no more: Spring would announce endpoints that have no door here. */
    private static final List<String> ANNOUNCED = List.of("issuer", "token_endpoint", "jwks_uri");

    @Bean
    SigningKeys signingKeys(DataSource database, Clock clock, AccessProperties settings) {
        return new SigningKeys(
                JdbcClient.create(database), clock, settings.tokenLifetime().plus(settings.clockSkew()));
    }

    @Bean
    @Order(AccessConfig.TOKEN_ENDPOINT)
    SecurityFilterChain tokenChain(
            HttpSecurity http,
            DataSource database,
            SigningKeys keys,
            Clock clock,
            AccessProperties settings,
            RefusedAtTheDoor door)
            throws Exception {
        NimbusJwtEncoder encoder = new NimbusJwtEncoder(keys);
        encoder.setJwkSelector(found -> found.get(0));
        JwtGenerator tokens = new JwtGenerator(encoder);
        tokens.setJwtCustomizer(new TokenClaims(settings, clock));
        return AccessConfig.stateless(http)
                .securityMatcher(new OrRequestMatcher(
                        AccessConfig.PATHS.matcher(TOKEN),
                        AccessConfig.PATHS.matcher(KEYS),
                        AccessConfig.PATHS.matcher(METADATA)))
                .with(
                        OAuth2AuthorizationServerConfigurer.authorizationServer(),
                        server -> server.registeredClientRepository(
                                        new KnownClients(JdbcClient.create(database), settings.tokenLifetime()))
                                .authorizationService(new ForgottenAuthorizations())
                                .authorizationServerSettings(AuthorizationServerSettings.builder()
                                        .issuer(settings.issuer())
                                        .build())
                                .tokenGenerator(tokens)
                                .authorizationServerMetadataEndpoint(
                                        endpoint -> endpoint.authorizationServerMetadataCustomizer(
                                                metadata -> metadata.claims(EmbeddedIssuerConfig::announce))))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(door).accessDeniedHandler(door))
                .build();
    }

    private static void announce(Map<String, Object> claims) {
        claims.keySet().retainAll(ANNOUNCED);
        claims.put("grant_types_supported", List.of(AuthorizationGrantType.CLIENT_CREDENTIALS.getValue()));
        claims.put("response_types_supported", List.of());
        claims.put(
                "token_endpoint_auth_methods_supported",
                List.of(
                        ClientAuthenticationMethod.CLIENT_SECRET_BASIC.getValue(),
                        ClientAuthenticationMethod.CLIENT_SECRET_POST.getValue()));
    }

    /** One algorithm and one type: neither {@code none} nor a public key taken for a shared secret gets through. */
    @Bean
    JwtDecoder embeddedTokens(SigningKeys keys, Clock clock, AccessProperties settings) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(SigningKeys.ALGORITHM, keys));
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType(TokenClaims.TYPE)));
        // Times are judged by the checks below, with the clock of this server.
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor);
        decoder.setJwtValidator(TokenChecks.checks(settings, settings.issuer(), clock));
        return decoder;
    }
}
