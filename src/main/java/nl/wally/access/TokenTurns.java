package nl.wally.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import nl.wally.fhir.Admission;
import nl.wally.fhir.Admission.Kind;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Whoever asks for a token takes their turn, before the secret is looked at: checking one is made to be slow. Nobody has
 * proven anything yet, so turns are shared by network address.
 */
final class TokenTurns extends OncePerRequestFilter {
    private final Admission admission;

    TokenTurns(Admission admission) {
        this.admission = admission;
    }

    /** Keys are read by everybody, and cost nothing. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try (Admission.Place place = admission.enter(Kind.TOKEN, request.getRemoteAddr())) {
            chain.doFilter(request, response);
        }
    }
}
