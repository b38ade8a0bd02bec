package nl.wally.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import nl.wally.shared.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** Answers 401 to whoever shows no valid token, 403 to whoever may not come in with one (RFC 6750). */
@Component
final class RefusedAtTheDoor implements AuthenticationEntryPoint, AccessDeniedHandler {
    private static final String CHALLENGE = "Bearer realm=\"waar-is-wally\"";

    private final OutcomeBody body;

    RefusedAtTheDoor(OutcomeBody body) {
        this.body = body;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        // Which of its checks a token failed helps a forger more than a client; the library's words stay inside.
        String challenge =
                reason instanceof OAuth2AuthenticationException ? CHALLENGE + ", error=\"invalid_token\"" : CHALLENGE;
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, challenge);
        body.write(request, response, path(request), Problem.UNAUTHENTICATED);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException {
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        body.write(request, response, path(request), Problem.FORBIDDEN);
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }
}
