package nl.wally.access;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.filter.CorsFilter;

/**
 * Browser apps of elsewhere (CORS): none, unless {@code wally.access.cors-origins} names them. Never with credentials: an
 * app sends its token itself, and a cookie of this server is nothing to it.
 */
@Configuration(proxyBeanMethods = false)
class CorsConfig {
    /** Before Spring Security, which would ask a browser's question beforehand for the token that is yet to come. */
    @Bean
    FilterRegistrationBean<CorsFilter> corsFilter(AccessProperties settings) {
        CorsConfiguration allowed = allowed(settings.corsOrigins());
        // An origin that is not named is answered as if it had asked nothing: its browser keeps the answer from it.
        var filter = new CorsFilter(
                request -> settings.corsOrigins().contains(request.getHeader(HttpHeaders.ORIGIN)) ? allowed : null);
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        registration.addUrlPatterns("/fhir", "/fhir/*", "/oauth2/*", "/.well-known/*");
        registration.setEnabled(!settings.corsOrigins().isEmpty());
        return registration;
    }

    private static CorsConfiguration allowed(List<String> origins) {
        var allowed = new CorsConfiguration();
        allowed.setAllowedOrigins(origins);
        allowed.setAllowCredentials(false);
        allowed.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "PATCH"));
        allowed.setAllowedHeaders(List.of(
                HttpHeaders.AUTHORIZATION,
                HttpHeaders.ACCEPT,
                HttpHeaders.ACCEPT_LANGUAGE,
                HttpHeaders.CONTENT_TYPE,
                HttpHeaders.IF_MATCH,
                HttpHeaders.IF_NONE_MATCH,
                "If-None-Exist",
                "Prefer",
                "X-Request-Id",
                "X-Correlation-Id"));
        allowed.setExposedHeaders(List.of(
                HttpHeaders.ETAG,
                HttpHeaders.LAST_MODIFIED,
                HttpHeaders.LOCATION,
                HttpHeaders.RETRY_AFTER,
                HttpHeaders.WWW_AUTHENTICATE,
                "X-Request-Id"));
        allowed.setMaxAge(Duration.ofMinutes(10));
        return allowed;
    }
}
