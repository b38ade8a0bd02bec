package nl.wally.people;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * The cookies of these pages. With the prefix {@code __Host-} a browser takes one only over TLS and only from this very host,
 * so that no neighbour can plant one; on the machine of who tries the server out there is no TLS.
 */
enum Cookies {
    /** The ticket of a session. */
    SESSION("wally"),
    /** A sign-in that is under way at the provider, sealed. */
    UNDER_WAY("wally-sign-in"),
    /** A launch that is under way at a HIS, sealed. */
    LAUNCH("wally-launch"),
    /** What somebody brought along on coming in, sealed. */
    LUGGAGE("wally-luggage"),
    /** What a form of ours must send along (CSRF). */
    FORM("wally-form");

    private final String name;

    Cookies(String name) {
        this.name = name;
    }

    /** What the browser brought along. */
    Optional<String> read(HttpServletRequest request) {
        Cookie[] brought = request.getCookies();
        String expected = name(request);
        return (brought == null ? Stream.<Cookie>empty() : Arrays.stream(brought))
                .filter(cookie -> cookie.getName().equals(expected))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    /** Gives it to the browser, until the browser closes. */
    void write(HttpServletRequest request, HttpServletResponse response, String value) {
        set(request, response, value, Duration.ofSeconds(-1));
    }

    void remove(HttpServletRequest request, HttpServletResponse response) {
        set(request, response, "", Duration.ZERO);
    }

    private void set(HttpServletRequest request, HttpServletResponse response, String value, Duration age) {
        ResponseCookie cookie = ResponseCookie.from(name(request), value)
                .path("/")
                .httpOnly(true)
                .secure(isSafe(request))
                .sameSite("Lax")
                .maxAge(age)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private String name(HttpServletRequest request) {
        return isSafe(request) ? "__Host-" + name : name;
    }

    /** Behind a proxy with TLS the request itself is plain, so only one's own machine counts as unsafe. */
    private static boolean isSafe(HttpServletRequest request) {
        return request.isSecure() || !PeopleProperties.isOwnMachine(request.getServerName());
    }
}
