package nl.wally.people;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import nl.wally.fhir.Outage;
import nl.wally.shared.RefusedException;
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
        } catch (RefusedException full) {
            screens.refuse(request, response, full);
        } catch (RuntimeException | ServletException failure) {
            // What a controller throws comes in the wrapping of Spring MVC.
            if (failure.getCause() instanceof RefusedException refused) {
                screens.refuse(request, response, refused);
            } else if (failure instanceof AuthenticationServiceException || Outage.explains(failure)) {
                door.away(request, response, failure);
            } else {
                throw failure;
            }
        }
    }
}
