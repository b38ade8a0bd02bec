package nl.wally.fhir.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import nl.wally.fhir.CurrentCaller;
import nl.wally.shared.RefusedException;
import org.springframework.web.filter.OncePerRequestFilter;

/** No client keeps the others waiting: whoever sends more than its share in a minute hears when to come back. */
class PaceFilter extends OncePerRequestFilter {
    private final CurrentCaller caller;
    private final Throttle throttle;
    private final Refuser refuser;

    PaceFilter(CurrentCaller caller, Throttle throttle, Refuser refuser) {
        this.caller = caller;
        this.throttle = throttle;
        this.refuser = refuser;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        // Open to everybody, with or without a token.
        return request.getRequestURI().equals(request.getContextPath() + "/fhir/metadata");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            throttle.take(caller.current().client(), 1);
        } catch (RefusedException refused) {
            refuser.refuse(request, response, refused);
            return;
        }
        chain.doFilter(request, response);
    }
}
