package nl.wally.ops.watching;

import ca.uhn.fhir.context.FhirContext;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import nl.wally.conformance.Definitions;
import org.springframework.boot.actuate.autoconfigure.security.servlet.EndpointRequest;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.info.BuildProperties;
import org.springframework.boot.info.GitProperties;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.context.support.WebApplicationContextUtils;

/** Wires the doors of whoever runs the server, and who may come in by them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WatchingProperties.class)
class WatchingConfig {
    /** Before every other chain: what comes in by the operator's port is no business of theirs. */
    private static final int OPERATORS_PORT = 1;

    /** Beside the other open doors; before the chain of FHIR (30). */
    private static final int PROBES = 21;

    @Bean
    Pulse pulse(JdbcConnectionDetails database) {
        return new Pulse(database);
    }

    /** A pool that has not begun has nothing in hand. */
    @Bean
    StopWithoutDatabase stopWithoutDatabase(Pulse pulse, DataSource source) throws SQLException {
        HikariDataSource pool = source.unwrap(HikariDataSource.class);
        return new StopWithoutDatabase(
                pulse::beats,
                () -> Optional.ofNullable(pool.getHikariPoolMXBean())
                        .map(HikariPoolMXBean::getTotalConnections)
                        .orElse(0),
                pool::close);
    }

    @Bean
    Readiness readiness(ApplicationAvailability availability, Pulse pulse) {
        return new Readiness(availability, pulse);
    }

    @Bean
    Release release(
            Optional<BuildProperties> build, Optional<GitProperties> git, FhirContext fhir, Definitions definitions)
            throws IOException {
        return Release.of(build, git, fhir, definitions);
    }

    /** In the health of the operator's door. */
    @Bean
    HealthIndicator database(Pulse pulse) {
        return () -> (pulse.beats() ? Health.up() : Health.down()).build();
    }

    @Bean
    MeterBinder readyGauge(Readiness readiness) {
        return registry -> Gauge.builder("wally.ready", readiness, one -> one.isReady() ? 1 : 0)
                .description("Whether requests are to be sent to this node, as /readyz says")
                .register(registry);
    }

    @Bean
    MeterBinder backupMark(WatchingProperties watching) {
        Path file = watching.backupMark();
        return file == null ? registry -> {} : new BackupMark(file);
    }

    /** Spring Security would time each of its filters for each request, which costs more than it tells. */
    @Bean
    SecurityObservationSettings securityIsNotTimed() {
        return SecurityObservationSettings.noObservations();
    }

    /** Only what Actuator offers, which is what application.yaml names, and only to be read. */
    @Bean
    @Order(OPERATORS_PORT)
    SecurityFilterChain operatorsChain(HttpSecurity http) throws Exception {
        RequestMatcher reading = request -> HttpMethod.GET.matches(request.getMethod());
        return stateless(http)
                .securityMatcher(WatchingConfig::isOnTheOperatorsPort)
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                new AndRequestMatcher(reading, EndpointRequest.toAnyEndpoint()))
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.FORBIDDEN)))
                .build();
    }

    /** Without a token, and not on record: they say nothing of anybody, and are asked every few seconds for years. */
    @Bean
    @Order(PROBES)
    SecurityFilterChain probesChain(HttpSecurity http) throws Exception {
        return stateless(http)
                .securityMatcher(new OrRequestMatcher(Stream.of(
                                ProbeController.LIVE, ProbeController.READY, ProbeController.VERSION)
                        .flatMap(path -> Stream.of(HttpMethod.GET, HttpMethod.HEAD)
                                .<RequestMatcher>map(method ->
                                        PathPatternRequestMatcher.withDefaults().matcher(method, path)))
                        .toList()))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    private static boolean isOnTheOperatorsPort(HttpServletRequest request) {
        return WebServerApplicationContext.hasServerNamespace(
                WebApplicationContextUtils.getWebApplicationContext(request.getServletContext()), "management");
    }

    private static HttpSecurity stateless(HttpSecurity http) throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
    }
}
