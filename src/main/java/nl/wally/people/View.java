package nl.wally.people;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import nl.wally.shared.Language;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;

/** What every template of a page may ask for. */
final class View extends Speech {
    private final HttpServletRequest request;
    private final List<Room> rooms;

    View(HttpServletRequest request, List<Room> rooms) {
        super(Language.preferred(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
        this.request = request;
        this.rooms = rooms;
    }

    /** What a form has to send along in field {@code _csrf}. Whoever asks for it gets the cookie that goes with it. */
    public String getToken() {
        return Objects.requireNonNull((CsrfToken) request.getAttribute(CsrfToken.class.getName()))
                .getToken();
    }

    /** Whether the page has a button to sign out. */
    public boolean isSignedIn() {
        return session().isPresent();
    }

    /**
     * Tells apart, on one machine, for whom a text is kept that somebody was typing; says nothing of who that is. Whoever comes
     * in by a launch and by signing in is one person.
     */
    public String getWho() {
        return session()
                .flatMap(Session::acting)
                .map(acting -> acting.organization() + " "
                        + Objects.requireNonNullElse(
                                acting.role(), acting.caller().client()))
                .map(Identity::hash)
                .map(hash -> HexFormat.of().formatHex(hash, 0, 8))
                .orElse("");
    }

    /** The rooms of the menu. */
    public List<Room> getRooms() {
        return session()
                .flatMap(Session::acting)
                .map(acting -> rooms.stream()
                        .filter(room -> room.isFor(acting.capacity()))
                        .toList())
                .orElse(List.of());
    }

    /** Whether the page stands in this room, and in none inside it to which the menu leads as well. */
    public boolean isIn(Room room) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return getRooms().stream()
                .filter(other -> path.equals(other.path()) || path.startsWith(other.path() + "/"))
                .max(Comparator.comparingInt(other -> other.path().length()))
                .filter(room::equals)
                .isPresent();
    }

    /** Where a page finds a style sheet or a script, for instance {@code STYLE}. */
    public String asset(String name) {
        return to(Asset.valueOf(name).path());
    }

    private static Optional<Session> session() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn
                ? Optional.of(signedIn.session())
                : Optional.empty();
    }

    /** The address of a path of this server. */
    public String to(String path) {
        return request.getContextPath() + path;
    }
}
