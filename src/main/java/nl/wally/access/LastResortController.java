package nl.wally.access;

import static nl.wally.shared.Words.words;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import nl.wally.shared.Problem;
import nl.wally.shared.Refusal;
import org.springframework.boot.web.servlet.error.ErrorController;
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
        String path =
                request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String asked ? asked : "/error";
        body.write(request, response, status, path, refusal(status));
    }

    private static Refusal refusal(int status) {
        return switch (status) {
            case HttpServletResponse.SC_UNAUTHORIZED -> Refusal.of(Problem.UNAUTHENTICATED, "");
            case HttpServletResponse.SC_FORBIDDEN -> Refusal.of(Problem.FORBIDDEN, "");
            case HttpServletResponse.SC_NOT_FOUND -> Refusal.of(Problem.NOT_FOUND, "");
            case HttpServletResponse.SC_METHOD_NOT_ALLOWED -> Refusal.of(Problem.NOT_SUPPORTED, "");
            case HttpServletResponse.SC_NOT_ACCEPTABLE -> Refusal.of(Problem.NOT_ACCEPTABLE, "");
            case HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE -> Refusal.of(Problem.TOO_LARGE, "");
            case HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE -> Refusal.of(Problem.MEDIA_TYPE, "");
            case HttpServletResponse.SC_SERVICE_UNAVAILABLE -> Refusal.of(Problem.UNAVAILABLE, "");
            default ->
                status < HttpServletResponse.SC_INTERNAL_SERVER_ERROR
                        ? new Refusal(Problem.UNREADABLE, "", words("The request cannot be read"))
                        : Refusal.of(Problem.INTERNAL, "");
        };
    }
}
