package nl.wally.people;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import nl.wally.shared.Language;
import nl.wally.shared.Words;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;

/** What every template may ask for. Words of templates are looked up and tested like those of the code. */
final class View {
    private final HttpServletRequest request;
    private final Language language;

    View(HttpServletRequest request) {
        this.request = request;
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

    /** Whether the page has a button to sign out. */
    public boolean isSignedIn() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn;
    }

    /** The address of a path of this server. */
    public String to(String path) {
        return request.getContextPath() + path;
    }
}
