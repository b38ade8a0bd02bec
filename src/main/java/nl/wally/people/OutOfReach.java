package nl.wally.people;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import nl.wally.shared.RefusedException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers with a page when the database is away or too slow, when what happens cannot be put on record or, for who is about to
 * go there, when the provider is away; when there is too much to do; and when a rule refuses what somebody asks on a page that
 * has no words of its own for that, or nobody can read it.
 */
final class OutOfReach extends OncePerRequestFilter {
    private final Doorkeeper door;
    private final Screens screens;
    private final Optional<OutsideProvider> provider;

    OutOfReach(Doorkeeper door, Screens screens, Optional<OutsideProvider> provider) {
        this.door = door;
        this.screens = screens;
        this.provider = provider;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            if (request.getRequestURI().equals(request.getContextPath() + PeopleConfig.LEAVE)) {
                provider.ifPresent(OutsideProvider::registration);
            }
            chain.doFilter(request, new SpokenStatus(request, response, screens));
        } catch (AuthenticationServiceException | DataAccessResourceFailureException | QueryTimeoutException away) {
            door.away(request, response, away);
        } catch (RefusedException full) {
            screens.refuse(request, response, full);
        } catch (ServletException wrapped) {
            // What a controller throws comes in the wrapping of Spring MVC.
            if (wrapped.getCause() instanceof DataAccessResourceFailureException away) {
                door.away(request, response, away);
            } else if (wrapped.getCause() instanceof QueryTimeoutException late) {
                door.away(request, response, late);
            } else if (wrapped.getCause() instanceof RefusedException refused) {
                screens.refuse(request, response, refused);
            } else {
                throw wrapped;
            }
        }
    }
}
