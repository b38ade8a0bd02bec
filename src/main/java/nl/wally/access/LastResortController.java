package nl.wally.access;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import nl.wally.shared.Problem;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers what no one else answered: no pages for browsers, no exception text, a status and a problem. */
@Controller
final class LastResortController implements ErrorController {
    private final OutcomeBody body;

    LastResortController(OutcomeBody body) {
        this.body = body;
    }

    @RequestMapping("${server.error.path:${error.path:/error}}")
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? code
                : HttpServletResponse.SC_NOT_FOUND;
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof AuthenticationServiceException) {
            // The keys that verify a token could not be read: not the fault of the token.
            status = HttpServletResponse.SC_SERVICE_UNAVAILABLE;
        }
        String path =
                request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String asked ? asked : "/error";
        response.setStatus(status);
        body.write(request, response, path, problem(status));
    }

    private static Problem problem(int status) {
        return switch (status) {
            case HttpServletResponse.SC_UNAUTHORIZED -> Problem.UNAUTHENTICATED;
            case HttpServletResponse.SC_FORBIDDEN -> Problem.FORBIDDEN;
            case HttpServletResponse.SC_NOT_FOUND -> Problem.NOT_FOUND;
            case HttpServletResponse.SC_METHOD_NOT_ALLOWED -> Problem.NOT_SUPPORTED;
            case HttpServletResponse.SC_NOT_ACCEPTABLE -> Problem.NOT_ACCEPTABLE;
            case HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE -> Problem.TOO_LARGE;
            case HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE -> Problem.MEDIA_TYPE;
            case HttpServletResponse.SC_SERVICE_UNAVAILABLE -> Problem.UNAVAILABLE;
            default -> status < HttpServletResponse.SC_INTERNAL_SERVER_ERROR ? Problem.UNREADABLE : Problem.INTERNAL;
        };
    }
}
