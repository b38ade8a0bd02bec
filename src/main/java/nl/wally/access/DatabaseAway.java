package nl.wally.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import nl.wally.fhir.Outage;
import nl.wally.shared.Problem;
import nl.wally.shared.RefusedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers 503 when neither a client nor the key of a token can be looked up in time, or when too many ask for tokens: no fault of
 * theirs, and no reason to let the exception travel on into the log of the servlet container.
 */
final class DatabaseAway extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseAway.class);

    private final OutcomeBody body;

    DatabaseAway(OutcomeBody body) {
        this.body = body;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (RefusedException full) {
            body.write(request, response, full);
        } catch (RuntimeException e) {
            if (!(e instanceof AuthenticationServiceException) && !Outage.explains(e)) {
                throw e;
            }
            LOG.warn("A caller cannot be checked: {}", e.getClass().getSimpleName());
            body.write(request, response, new RefusedException(Problem.UNAVAILABLE));
        }
    }
}
