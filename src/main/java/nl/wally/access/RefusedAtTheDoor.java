package nl.wally.access;

import static nl.wally.shared.Words.words;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import nl.wally.shared.Problem;
import nl.wally.shared.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;

/**
 * Answers 401 to whoever shows no valid token, 403 to whoever may not come in with one (RFC 6750), and 400 to a request
 * whose form already looks like an attack.
 */
@Component
final class RefusedAtTheDoor implements AuthenticationEntryPoint, AccessDeniedHandler, RequestRejectedHandler {
    static final String REALM = "realm=\"waar-is-wally\"";

    private final OutcomeBody body;

    RefusedAtTheDoor(OutcomeBody body) {
        this.body = body;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        // Which of its checks a token failed helps a forger more than a client; the library's words stay inside.
        String error = reason instanceof OAuth2AuthenticationException ? ", error=\"invalid_token\"" : "";
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer " + REALM + error);
        refuse(request, response, HttpServletResponse.SC_UNAUTHORIZED, Refusal.of(Problem.UNAUTHENTICATED, ""));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException {
        refuse(request, response, HttpServletResponse.SC_FORBIDDEN, Refusal.of(Problem.FORBIDDEN, ""));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException reason)
            throws IOException {
        refuse(
                request,
                response,
                HttpServletResponse.SC_BAD_REQUEST,
                new Refusal(
                        Problem.UNREADABLE,
                        "",
                        words("The method, path, parameters or headers hold what never belongs there")));
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, int status, Refusal refusal)
            throws IOException {
        // A request that the servlet container refuses comes by a second time, on its way to /error.
        String uri = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String asked
                ? asked
                : request.getRequestURI();
        body.write(
                request,
                response,
                status,
                uri.substring(request.getContextPath().length()),
                refusal);
    }
}
