package nl.wally.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Answers a client that the token endpoint does not know, with the challenge that RFC 6749 5.2 demands and Spring omits. */
final class UnknownClient implements AuthenticationEntryPoint, AuthenticationFailureHandler {
    private final ObjectMapper json;

    UnknownClient(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        answer(response, OAuth2ErrorCodes.INVALID_CLIENT);
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        answer(
                response,
                reason instanceof OAuth2AuthenticationException known
                        ? known.getError().getErrorCode()
                        : OAuth2ErrorCodes.INVALID_CLIENT);
    }

    private void answer(HttpServletResponse response, String error) throws IOException {
        if (error.equals(OAuth2ErrorCodes.INVALID_CLIENT)) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic " + RefusedAtTheDoor.REALM);
        } else {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        }
        response.setContentType("application/json");
        response.getOutputStream()
                .write(json.writeValueAsString(Map.of("error", error)).getBytes(StandardCharsets.UTF_8));
    }
}
