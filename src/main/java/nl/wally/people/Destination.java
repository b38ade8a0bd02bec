package nl.wally.people;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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

    /** The path if it is ours, otherwise where somebody of this role comes in. */
    static String orHome(@Nullable String path) {
        String ours = ours(path);
        return ours.isEmpty() ? PeopleConfig.HOME : ours;
    }
}
