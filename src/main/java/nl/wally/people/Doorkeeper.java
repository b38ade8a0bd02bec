package nl.wally.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import nl.wally.shared.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.csrf.CsrfException;

/** Says to a person at a browser why a door stays shut: sign in first, choose a role first, not for you, it did not work. */
final class Doorkeeper implements AuthenticationEntryPoint, AccessDeniedHandler, AuthenticationFailureHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Doorkeeper.class);

    private final Screens screens;
    private final Register register;

    Doorkeeper(Screens screens, Register register) {
        this.screens = screens;
        this.register = register;
    }

    /**
     * Nobody is signed in. Where they wanted to go is kept; after the sending of a form that is the page of the form, on which
     * the browser still has what was typed. A page that stays as it is gets a notice.
     */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        boolean opening = HttpMethod.GET.matches(request.getMethod()) && !Screens.isByScript(request);
        String wanted = opening ? Destination.of(request) : Destination.before(request);
        String door = PeopleConfig.SIGN_IN
                + (wanted.isEmpty() || wanted.equals(PeopleConfig.ME) || wanted.equals(PeopleConfig.HOME)
                        ? ""
                        : "?" + Destination.FIELD + "=" + wanted);
        if (Screens.isByScript(request)) {
            screens.notice(
                    request, response, HttpServletResponse.SC_UNAUTHORIZED, "people/signed-out", Map.of("door", door));
        } else {
            Screens.lead(request, response, door);
        }
    }

    /** Somebody is, but this is not for them, or a form did not come from a page of ours. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException {
        boolean choosing = SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn
                && signedIn.session().acting().isEmpty();
        if (choosing && !(reason instanceof CsrfException)) {
            Screens.lead(request, response, PeopleConfig.ROLE);
            return;
        }
        screens.notice(
                request,
                response,
                HttpServletResponse.SC_FORBIDDEN,
                reason instanceof CsrfException ? "people/stale" : "people/forbidden",
                Map.of());
    }

    /** What came back from the provider proves nothing, or the provider does not answer. */
    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        if (reason instanceof AuthenticationServiceException) {
            away(request, response, reason);
            return;
        }
        register.isTurnedAway(Problem.UNAUTHENTICATED);
        // The code of an error, never its text: that may quote what a stranger put into the address.
        LOG.info(
                "A sign-in failed: {}",
                reason instanceof OAuth2AuthenticationException known
                        ? known.getError().getErrorCode().replaceAll("[^a-z_]", "?")
                        : reason.getClass().getSimpleName());
        screens.show(request, response, HttpServletResponse.SC_UNAUTHORIZED, "people/failed", Map.of());
    }

    /** Something that is needed for this does not answer. */
    void away(HttpServletRequest request, HttpServletResponse response, Exception reason) throws IOException {
        LOG.warn("A page cannot be shown: {}", reason.getClass().getSimpleName());
        Problem.UNAVAILABLE
                .retryAfter()
                .ifPresent(wait -> response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait.toSeconds())));
        screens.notice(request, response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "people/away", Map.of());
    }
}
