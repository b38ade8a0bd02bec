package nl.wally.access;

import static nl.wally.shared.Words.words;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import nl.wally.shared.Problem;
import nl.wally.shared.Refusal;
import org.apache.catalina.Globals;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes forms as a whole or not at all. Tomcat leaves out what it cannot read of a form, or what is too much, and goes on
 * with the rest: somebody else would then decide on half a request. Not below {@code /fhir}, where bodies are read once,
 * by the FHIR server.
 */
final class WholeForms extends OncePerRequestFilter {
    private final OutcomeBody body;

    WholeForms(OutcomeBody body) {
        this.body = body;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getServletPath().startsWith("/fhir")
                || request.getRequestURI().startsWith("/fhir");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        // Any name will do: asking for one is what makes Tomcat read them all.
        request.getParameter("");
        if (response.isCommitted()) {
            return;
        }
        if (request.getAttribute(Globals.PARAMETER_PARSE_FAILED_ATTR) != null) {
            body.write(
                    request,
                    response,
                    HttpServletResponse.SC_BAD_REQUEST,
                    request.getRequestURI(),
                    new Refusal(Problem.UNREADABLE, "", words("The parameters cannot be read, or are too many")));
            return;
        }
        chain.doFilter(request, response);
    }
}
