package nl.wally.simulator.check;

import ca.uhn.fhir.context.FhirContext;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import nl.wally.access.ClientRegistry;
import nl.wally.fhir.CurrentCaller;
import nl.wally.fhir.FhirProperties;
import nl.wally.fhir.Pipeline;
import nl.wally.fhir.Reading;
import nl.wally.fhir.Store;
import nl.wally.shared.Caller;
import nl.wally.shared.RefusedException;
import nl.wally.simulator.WithDemoRegion;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.www.BasicAuthenticationEntryPoint;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** Wires the conformance check, its recording and its door; all of it in the demo region only. */
@Configuration(proxyBeanMethods = false)
@WithDemoRegion
class CheckConfig {
    /** Before the chain of FHIR (30): it names a door of its own. */
    private static final int CHECK = 25;

    private static final String BASIC = "Basic ";

    @Bean
    Checks checks(Store store, Reading reading, Pipeline pipeline, Clock clock, FhirContext context) {
        return new Checks(new Desk(store, reading, pipeline, clock), context);
    }

    /** After security has told who asks, before anything is refused for its form. */
    @Bean
    FilterRegistrationBean<RecordingFilter> fhirRecording(
            Checks checks, CurrentCaller caller, FhirContext context, Clock clock, FhirProperties fhir) {
        var registration = new FilterRegistrationBean<>(
                new RecordingFilter(checks, request -> bearer(caller), context, clock, fhir.mostBodyBytes()));
        registration.addUrlPatterns("/fhir", "/fhir/*");
        registration.setOrder(0);
        return registration;
    }

    /** The token endpoint answers from within security, so this comes before it. */
    @Bean
    FilterRegistrationBean<RecordingFilter> tokenRecording(
            Checks checks, FhirContext context, Clock clock, FhirProperties fhir) {
        var registration = new FilterRegistrationBean<>(
                new RecordingFilter(checks, CheckConfig::asker, context, clock, fhir.mostBodyBytes()));
        registration.addUrlPatterns("/oauth2/token");
        registration.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER - 1);
        return registration;
    }

    /** The same client with a token or, simpler for a person with curl or a browser, with its secret. */
    @Bean
    @Order(CHECK)
    SecurityFilterChain checkChain(HttpSecurity http, ClientRegistry registry, JwtDecoder tokens) throws Exception {
        var door = new BasicAuthenticationEntryPoint();
        door.setRealmName("waar-is-wally");
        return http.csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .securityMatcher(PathPatternRequestMatcher.withDefaults().matcher(CheckController.PATH))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .authenticationProvider(new Secrets(registry))
                .httpBasic(basic -> basic.authenticationEntryPoint(door))
                .oauth2ResourceServer(
                        server -> server.jwt(jwt -> jwt.decoder(tokens)).authenticationEntryPoint(door))
                .build();
    }

    private static Optional<String> bearer(CurrentCaller caller) {
        try {
            return Optional.of(caller.current().client());
        } catch (RefusedException nobody) {
            // The chain goes on to refuse it.
            return Optional.empty();
        }
    }

    private static Optional<String> asker(HttpServletRequest request) {
        String named = RecordingFilter.text(request.getHeader(HttpHeaders.AUTHORIZATION));
        if (!named.startsWith(BASIC)) {
            return Optional.ofNullable(request.getParameter("client_id"));
        }
        try {
            byte[] decoded = Base64.getDecoder().decode(named.substring(BASIC.length()));
            return Optional.of(new String(decoded, StandardCharsets.UTF_8).split(":", 2)[0]);
        } catch (IllegalArgumentException unreadable) {
            // The chain goes on to refuse it.
            return Optional.empty();
        }
    }

    /** Knows clients by their secret, as the token endpoint does. */
    private record Secrets(ClientRegistry registry) implements AuthenticationProvider {
        @Override
        public Authentication authenticate(Authentication shown) {
            Caller caller = registry.caller(shown.getName(), String.valueOf(shown.getCredentials()))
                    .orElseThrow(() -> new BadCredentialsException("unknown client or secret"));
            return UsernamePasswordAuthenticationToken.authenticated(caller, null, List.of());
        }

        @Override
        public boolean supports(Class<?> kind) {
            return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
        }
    }
}
