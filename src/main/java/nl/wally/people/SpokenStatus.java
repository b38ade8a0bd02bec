package nl.wally.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Map;
import nl.wally.shared.Problem;
import nl.wally.shared.RefusedException;
import org.jspecify.annotations.Nullable;

/**
 * Shows a page where a status alone would be told: what Spring MVC cannot bring to a controller, such as a field that is missing
 * or a number that is none, and what has no page.
 */
final class SpokenStatus extends HttpServletResponseWrapper {
    private static final Map<Integer, Problem> PROBLEMS = Map.of(
            SC_BAD_REQUEST, Problem.UNREADABLE,
            SC_NOT_FOUND, Problem.NOT_FOUND,
            SC_METHOD_NOT_ALLOWED, Problem.NOT_SUPPORTED,
            SC_REQUEST_ENTITY_TOO_LARGE, Problem.TOO_LARGE,
            SC_UNSUPPORTED_MEDIA_TYPE, Problem.MEDIA_TYPE);

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final Screens screens;

    SpokenStatus(HttpServletRequest request, HttpServletResponse response, Screens screens) {
        super(response);
        this.request = request;
        this.response = response;
        this.screens = screens;
    }

    @Override
    public void sendError(int status) throws IOException {
        sendError(status, null);
    }

    @Override
    public void sendError(int status, @Nullable String message) throws IOException {
        Problem problem = PROBLEMS.get(status);
        if (problem == null || isCommitted()) {
            super.sendError(status, message);
        } else {
            resetBuffer();
            screens.refuse(request, response, new RefusedException(problem));
        }
    }
}
