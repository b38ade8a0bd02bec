package nl.wally.people;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import nl.wally.shared.Language;
import nl.wally.shared.Words;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;

/** What every template may ask for. Words of templates are looked up and tested like those of the code. */
final class View {
    private final HttpServletRequest request;
    private final Language language;
    private final List<Room> rooms;

    View(HttpServletRequest request, List<Room> rooms) {
        this.request = request;
        this.rooms = rooms;
        this.language = Language.preferred(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    /** The language of the page, as in {@code lang}. */
    public String getCode() {
        return language.code();
    }

    /** Says this in the language of the reader. */
    public String words(String english, Object... arguments) {
        return Words.words(english, arguments).in(language);
    }

    /** Says this in the language of the reader. */
    public String words(Words words) {
        return words.in(language);
    }

    /** What a form has to send along in field {@code _csrf}. Whoever asks for it gets the cookie that goes with it. */
    public String getToken() {
        return Objects.requireNonNull((CsrfToken) request.getAttribute(CsrfToken.class.getName()))
                .getToken();
    }

    /** A day as people say it, for instance {@code maandag 30 november}; with the year where it is another than that of today. */
    public String day(LocalDate day, LocalDate today) {
        return DateTimeFormatter.ofPattern(
                        day.getYear() == today.getYear() ? "EEEE d MMMM" : "EEEE d MMMM yyyy", locale())
                .format(day);
    }

    /** A moment in full, for instance {@code 30 november 2026, 09:05}. */
    public String moment(ZonedDateTime moment) {
        return DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", locale()).format(moment);
    }

    private Locale locale() {
        return Locale.forLanguageTag(language.code());
    }

    /** Whether the page has a button to sign out. */
    public boolean isSignedIn() {
        return session().isPresent();
    }

    /** Tells apart, on one machine, for whom a text is kept that somebody was typing; says nothing of who that is. */
    public String getWho() {
        return session()
                .flatMap(Session::acting)
                .map(acting -> acting.caller().client() + " " + acting.organization() + " " + acting.role())
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

    /** Whether the page stands in this room. */
    public boolean isIn(Room room) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return path.equals(room.path()) || path.startsWith(room.path() + "/");
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
