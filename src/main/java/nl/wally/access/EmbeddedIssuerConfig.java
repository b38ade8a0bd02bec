package nl.wally.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import nl.wally.access.client.Assertions;
import nl.wally.access.client.ClientKeys;
import nl.wally.access.client.KeyFetch;
import nl.wally.access.client.UsedAssertions;
import nl.wally.fhir.Admission;
import nl.wally.fhir.Matching;
import nl.wally.fhir.Trail;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
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
                JdbcClient.create(database),
                clock,
                settings.tokenLifetime().plus(settings.clockSkew()),
                settings.signingKeyAge());
    }

    @Bean
    TokenEndpoint tokenEndpoint(
            AccessProperties settings,
            ObjectProvider<DemoCredentials> demo,
            @Value("${server.ssl.client-auth:none}") String clientAuth) {
        boolean mutualTls = clientAuth.equalsIgnoreCase("want") || clientAuth.equalsIgnoreCase("need");
        return new TokenEndpoint(settings.issuer(), demo.stream().findAny().isPresent(), mutualTls);
    }

    @Bean
    SignIns signIns(Trail trail, ObjectMapper json) {
        return new SignIns(trail, new UnknownClient(json));
    }

    @Bean
    ClientKeys clientKeys(TokenEndpoint endpoint, AccessProperties settings) {
        return new ClientKeys(new KeyFetch(endpoint.secrets(), settings.clientKeysInside()));
    }

    @Bean
    UsedAssertions usedAssertions(DataSource database, Clock clock) {
        return new UsedAssertions(JdbcClient.create(database), clock);
    }

    @Bean
    ClientSignatures clientSignatures(
            DataSource database,
            TokenEndpoint endpoint,
            ClientKeys keys,
            UsedAssertions used,
            AccessProperties settings,
            Clock clock) {
        return new ClientSignatures(
                clients(database, endpoint, settings), keys, used, settings.issuer(), settings.clockSkew(), clock);
    }

    @Bean
    Proofs proofs(
            ClientKeys keys,
            UsedAssertions used,
            TokenEndpoint endpoint,
            Clock clock,
            AccessProperties settings,
            SignIns signIns) {
        var assertions = new Assertions(keys, used, endpoint.address(), settings.clockSkew(), clock);
        return new Proofs(assertions, endpoint.secrets(), clock, signIns);
    }

    /** What clients have to know before they have a token. */
    @Bean
    @Order(AccessConfig.OPEN - 1)
    SecurityFilterChain smartChain(HttpSecurity http, ObjectMapper json, TokenEndpoint endpoint) throws Exception {
        return AccessConfig.stateless(http)
                .securityMatcher(new OrRequestMatcher(
                        AccessConfig.PATHS.matcher(HttpMethod.GET, SmartConfiguration.PATH),
                        AccessConfig.PATHS.matcher(HttpMethod.GET, "/fhir" + SmartConfiguration.PATH)))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .addFilterAfter(new SmartConfiguration(json, endpoint), AuthorizationFilter.class)
                .build();
    }

    @Bean
    @Order(AccessConfig.TOKEN_ENDPOINT)
    SecurityFilterChain tokenChain(
            HttpSecurity http,
            DataSource database,
            SigningKeys keys,
            Clock clock,
            AccessProperties settings,
            Proofs proofs,
            Matching matching,
            TokenEndpoint endpoint,
            SignIns signIns,
            OutcomeBody body,
            Admission admission)
            throws Exception {
        NimbusJwtEncoder encoder = new NimbusJwtEncoder(keys);
        encoder.setJwkSelector(found -> found.get(0));
        JwtGenerator tokens = new JwtGenerator(encoder);
        tokens.setJwtCustomizer(new TokenClaims(settings, clock));
        return AccessConfig.stateless(http)
                .addFilterAfter(new DatabaseAway(body), HeaderWriterFilter.class)
                .addFilterAfter(new TokenTurns(admission), DatabaseAway.class)
                .securityMatcher(
                        new OrRequestMatcher(AccessConfig.PATHS.matcher(TOKEN), AccessConfig.PATHS.matcher(KEYS)))
                .with(
                        OAuth2AuthorizationServerConfigurer.authorizationServer(),
                        server -> server.registeredClientRepository(clients(database, endpoint, settings))
                                .authorizationService(new ForgottenAuthorizations())
                                .authorizationServerSettings(AuthorizationServerSettings.builder()
                                        .issuer(settings.issuer())
                                        .build())
                                .tokenGenerator(tokens)
                                .clientAuthentication(proofs)
                                .tokenEndpoint(token -> token.errorResponseHandler(signIns)
                                        .accessTokenResponseHandler(signIns)
                                        .accessTokenRequestConverters(converters -> {
                                            converters.clear();
                                            converters.add(new ScopeGrant(matching));
                                        })
                                        .authenticationProviders(EmbeddedIssuerConfig::leaveScopesToTheGrant)))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .exceptionHandling(refused -> refused.authenticationEntryPoint(signIns))
                .build();
    }

    private static KnownClients clients(DataSource database, TokenEndpoint endpoint, AccessProperties settings) {
        return new KnownClients(JdbcClient.create(database), settings.tokenLifetime(), endpoint.secrets());
    }

    private static void leaveScopesToTheGrant(List<AuthenticationProvider> providers) {
        for (AuthenticationProvider provider : providers) {
            if (provider instanceof OAuth2ClientCredentialsAuthenticationProvider credentials) {
                credentials.setAuthenticationValidator(granted -> {});
            }
        }
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
