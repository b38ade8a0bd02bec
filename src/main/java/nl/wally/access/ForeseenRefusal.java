package nl.wally.access;

import com.nimbusds.jwt.SignedJWT;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.text.ParseException;
import java.util.Optional;
import nl.wally.fhir.Admission;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Asks to come back, before the token is checked and the body is read, whoever would be asked so afterwards. It believes the
 * token for this alone, for whoever writes another client's name into one gets what that client would get now, an answer of
 * 503, and takes nothing from it: this filter lets nobody in. See ADR 42.
 */
final class ForeseenRefusal extends OncePerRequestFilter {
    private static final String BEARER = "Bearer ";

    private final Admission admission;
    private final String client;

    /** @param client the claim that names the client */
    ForeseenRefusal(Admission admission, String client) {
        this.admission = admission;
        this.client = client;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Admission.Kind kind = Admission.Kind.of(request.getMethod(), request.getRequestURI());
        if (admission.isFull(kind)) {
            claimed(request).ifPresent(who -> admission.requireRoom(kind, who));
        }
        chain.doFilter(request, response);
    }

    /** Who this says to be; empty when nothing is said that a token could say. */
    private Optional<String> claimed(HttpServletRequest request) {
        String shown = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (shown == null || !shown.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(SignedJWT.parse(shown.substring(BEARER.length()))
                    .getJWTClaimsSet()
                    .getStringClaim(client));
        } catch (ParseException | RuntimeException unreadable) {
            // Anybody may send anything here; what is no token is refused where tokens are checked.
            return Optional.empty();
        }
    }
}
