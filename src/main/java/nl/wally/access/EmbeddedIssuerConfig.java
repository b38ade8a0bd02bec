package nl.wally.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.util.matcher.OrRequestMatcher;

/**
 * The embedded authorization server: one grant, client credentials. Of Spring's endpoints only these two have a door; the
 * others (authorization, introspection, revocation, device) fall to the closed chain.
 */
@Configuration(proxyBeanMethods = false)
@EmbeddedIssuer
class EmbeddedIssuerConfig {
    static final String TOKEN = "/oauth2/token";
    static final String KEYS = "/oauth2/jwks";

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
            ObjectMapper json,
            OutcomeBody body)
            throws Exception {
        NimbusJwtEncoder encoder = new NimbusJwtEncoder(keys);
        encoder.setJwkSelector(found -> found.get(0));
        JwtGenerator tokens = new JwtGenerator(encoder);
        tokens.setJwtCustomizer(new TokenClaims(settings, clock));
        UnknownClient unknown = new UnknownClient(json);
        return AccessConfig.stateless(http)
                .addFilterAfter(new DatabaseAway(body), HeaderWriterFilter.class)
                .securityMatcher(
                        new OrRequestMatcher(AccessConfig.PATHS.matcher(TOKEN), AccessConfig.PATHS.matcher(KEYS)))
                .with(
                        OAuth2AuthorizationServerConfigurer.authorizationServer(),
                        server -> server.registeredClientRepository(
                                        new KnownClients(JdbcClient.create(database), settings.tokenLifetime()))
                                .authorizationService(new ForgottenAuthorizations())
                                .authorizationServerSettings(AuthorizationServerSettings.builder()
                                        .issuer(settings.issuer())
                                        .build())
                                .tokenGenerator(tokens)
                                .clientAuthentication(client -> client.errorResponseHandler(unknown)))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .exceptionHandling(refused -> refused.authenticationEntryPoint(unknown))
                .build();
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
