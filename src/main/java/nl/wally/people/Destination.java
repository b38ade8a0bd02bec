package nl.wally.people;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * Where somebody goes after signing in: a path of this server, or the first page. Anything else that a link asks for would let
 * a stranger use the trust in our address (open redirect).
 */
final class Destination {
    static final String FIELD = "to";

    /** No second slash at the start (another host), no backslash (which browsers take for a slash), no query. */
    private static final Pattern OURS = Pattern.compile("(/[A-Za-z0-9][A-Za-z0-9._~-]*){1,10}");

    private Destination() {}

    /** The path if it is ours, otherwise an empty text. */
    static String ours(@Nullable String path) {
        return path != null && OURS.matcher(path).matches() ? path : "";
    }

    /** The page that a browser asks for. */
    static String of(HttpServletRequest request) {
        return below(request, request.getRequestURI());
    }

    /** The page on which somebody was who sends this, as the browser says; an empty text where it says nothing of use. */
    static String before(HttpServletRequest request) {
        String page = request.getHeader(HttpHeaders.REFERER);
        try {
            String path = page == null ? null : URI.create(page).getRawPath();
            return path == null ? "" : below(request, path);
        } catch (IllegalArgumentException noAddress) {
            return "";
        }
    }

    private static String below(HttpServletRequest request, String path) {
        return path.startsWith(request.getContextPath())
                ? ours(path.substring(request.getContextPath().length()))
                : "";
    }

    /** The path if it is ours, otherwise where somebody of this role comes in. */
    static String orHome(@Nullable String path) {
        String ours = ours(path);
        return ours.isEmpty() ? PeopleConfig.HOME : ours;
    }
}
