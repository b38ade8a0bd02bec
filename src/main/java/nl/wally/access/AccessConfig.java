package nl.wally.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Set;
import javax.sql.DataSource;
import nl.wally.fhir.Admission;
import nl.wally.fhir.FhirProperties;
import nl.wally.fhir.RefusalRecord;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Which door asks for what. Chains are tried in this order, and the last one shuts every door that no other names:
 * token endpoint ({@link EmbeddedIssuerConfig}), open metadata, the guide, pages for people (module {@code people}), FHIR,
 * everything else.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({AccessProperties.class, FhirProperties.class})
class AccessConfig {
    static final int TOKEN_ENDPOINT = 10;
    static final int OPEN = 20;
    static final int GUIDE = 25;
    static final int FHIR = 30;

    static final PathPatternRequestMatcher.Builder PATHS = PathPatternRequestMatcher.withDefaults();

    /** What clients have to know before they have a token is never refused for too much load. */
    private static final Set<String> NEVER_TOO_MUCH = Set.of("/metadata", SmartConfiguration.PATH);

    /** After what numbers and counts a request, and before all that costs something (ADR 42). */
    private static final int FORESEEN_REFUSAL = Ordered.HIGHEST_PRECEDENCE + 2;

    /** The guide is read by anybody; it says itself what its pages may load and how long they may be kept. */
    @Bean
    @Order(GUIDE)
    SecurityFilterChain guideChain(HttpSecurity http) throws Exception {
        return stateless(http)
                .headers(headers -> headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable))
                .securityMatcher(new OrRequestMatcher(
                        reading("/"), reading("/ig"), reading("/ig/**"), PATHS.matcher(HttpMethod.HEAD, "/ig/**")))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    private static RequestMatcher reading(String path) {
        return PATHS.matcher(HttpMethod.GET, path);
    }

    /** Without a look at the token, so that a client whose token has expired can still read what the server offers. */
    @Bean
    @Order(OPEN)
    SecurityFilterChain openChain(HttpSecurity http) throws Exception {
        return stateless(http)
                .securityMatcher(new OrRequestMatcher(
                        PATHS.matcher(HttpMethod.GET, "/fhir/metadata"),
                        PATHS.matcher(HttpMethod.GET, IssuerMetadataController.PATH)))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    @Order(FHIR)
    SecurityFilterChain fhirChain(HttpSecurity http, JwtDecoder tokens, RefusedAtTheDoor door, OutcomeBody body)
            throws Exception {
        return stateless(http)
                .addFilterAfter(new DatabaseAway(body), HeaderWriterFilter.class)
                .securityMatcher(PATHS.matcher("/fhir/**"))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.decoder(tokens))
                        .authenticationEntryPoint(door)
                        .accessDeniedHandler(door))
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(door).accessDeniedHandler(door))
                .build();
    }

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    SecurityFilterChain closedChain(HttpSecurity http, JwtDecoder tokens, RefusedAtTheDoor door, OutcomeBody body)
            throws Exception {
        return stateless(http)
                .addFilterAfter(new DatabaseAway(body), HeaderWriterFilter.class)
                .authorizeHttpRequests(requests -> requests
                        // What went wrong elsewhere is told; asking for /error itself is an ordinary request.
                        .dispatcherTypeMatchers(jakarta.servlet.DispatcherType.ERROR)
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.decoder(tokens))
                        .authenticationEntryPoint(door)
                        .accessDeniedHandler(door))
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(door).accessDeniedHandler(door))
                .build();
    }

    @Bean
    FilterRegistrationBean<ForeseenRefusal> foreseenRefusal(
            Admission admission, AccessProperties settings, OutcomeBody body) {
        var registration = new FilterRegistrationBean<>(
                new ForeseenRefusal(admission, settings.claims().client(), NEVER_TOO_MUCH, body));
        registration.setOrder(FORESEEN_REFUSAL);
        registration.addUrlPatterns("/fhir", "/fhir/*");
        return registration;
    }

    @Bean
    static NoLookUpOfPages noLookUpOfPages() {
        return new NoLookUpOfPages();
    }

    @Bean
    OutcomeBody outcomeBody(ObjectMapper json, FhirProperties fhir, RefusalRecord record) {
        return new OutcomeBody(json, fhir, record);
    }

    @Bean
    ClientRegistry clientRegistry(DataSource database, PasswordEncoder secrets) {
        return new ClientRegistry(JdbcClient.create(database), secrets);
    }

    /** bcrypt of strength 10: some 60 ms for each token, and a token lasts minutes. */
    @Bean
    PasswordEncoder clientSecrets() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    /** Nothing is remembered between two requests and nothing comes from a browser's form, so there is no CSRF either. */
    static HttpSecurity stateless(HttpSecurity http) throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
    }
}
