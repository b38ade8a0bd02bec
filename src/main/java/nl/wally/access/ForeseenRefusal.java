package nl.wally.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import nl.wally.fhir.Admission;
import nl.wally.shared.RefusedException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Asks to come back, before the token is checked and the body is read, whoever would be asked so afterwards. It believes the
 * token for this alone, for whoever writes another client's name into one gets what that client would get now, an answer of
 * 503, and takes nothing from it: this filter lets nobody in. It stands before Spring Security, for while there is too much to
 * do most requests end here, and whatever they cost is taken from those that do not. See ADR 42.
 */
final class ForeseenRefusal extends OncePerRequestFilter {
    private final Admission admission;
    private final ClaimedName name;
    private final Set<String> free;
    private final OutcomeBody body;

    /**
     * @param client the claim that names the client
     * @param free which paths below {@code /fhir} are read by anybody at any time
     */
    ForeseenRefusal(Admission admission, String client, Set<String> free, OutcomeBody body) {
        this.admission = admission;
        this.name = new ClaimedName(client);
        this.free = free;
        this.body = body;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Admission.Kind kind = Admission.Kind.of(request.getMethod(), request.getRequestURI());
        if (admission.isTight(kind) && !isFree(request)) {
            Optional<String> who = name.in(request.getHeader(HttpHeaders.AUTHORIZATION));
            try {
                who.ifPresent(client -> admission.requireRoom(kind, client));
            } catch (RefusedException full) {
                body.write(request, response, full);
                return;
            }
        }
        chain.doFilter(request, response);
    }

    /** By the path as the container has read it; a matcher would take it apart once more for each that is refused. */
    private boolean isFree(HttpServletRequest request) {
        String path = request.getPathInfo();
        return path != null && request.getMethod().equals("GET") && free.contains(path);
    }
}
