package nl.wally.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;

/**
 * Finds out who makes a request, by the ticket in its cookie. Only {@link Reception} begins sessions, so nothing is ever saved
 * here: whatever ticket a browser is made to bring along, signing in gives it another one. What the pages are dressed by is the
 * same for everybody: of who asks for that nobody looks, and a busy server need not make them wait.
 */
final class SessionContexts implements SecurityContextRepository {
    /** Ends the path of what a page asks for by itself, to stay up to date: that nobody is there is seen all the same. */
    private static final String BY_ITSELF = "/live";

    private final Sessions sessions;

    SessionContexts(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    @SuppressWarnings("deprecation")
    public SecurityContext loadContext(HttpRequestResponseHolder exchange) {
        HttpServletRequest request = exchange.getRequest();
        if (request.getServletPath().startsWith(PeopleConfig.ASSETS + "/")) {
            return new SecurityContextImpl();
        }
        boolean byPerson = !request.getRequestURI().endsWith(BY_ITSELF);
        return Cookies.SESSION
                .read(request)
                .flatMap(ticket -> sessions.find(ticket, byPerson))
                .<SecurityContext>map(session -> new SecurityContextImpl(new SignedIn(session)))
                .orElseGet(SecurityContextImpl::new);
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return Cookies.SESSION.read(request).isPresent();
    }
}
