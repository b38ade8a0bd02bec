package nl.wally.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import nl.wally.fhir.FhirProperties;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;

/** Ends the session on every node and then, where the provider offers it, the one there (RP-Initiated Logout 1.0). */
final class SignOut implements LogoutSuccessHandler {
    private final Sessions sessions;
    private final Register register;
    private final Optional<OutsideProvider> provider;
    private final FhirProperties fhir;

    SignOut(Sessions sessions, Register register, Optional<OutsideProvider> provider, FhirProperties fhir) {
        this.sessions = sessions;
        this.register = register;
        this.provider = provider;
        this.fhir = fhir;
    }

    @Override
    public void onLogoutSuccess(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        Cookies.SESSION.remove(request, response);
        Cookies.FORM.remove(request, response);
        Cookies.LUGGAGE.remove(request, response);
        Optional<String> elsewhere = Optional.empty();
        if (authentication instanceof SignedIn signedIn) {
            signedIn.session().acting().ifPresent(register::leaves);
            sessions.end(signedIn.session());
            elsewhere = Optional.ofNullable(signedIn.session().idToken()).flatMap(token -> endAt(request, token));
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(HttpHeaders.LOCATION, elsewhere.orElse(request.getContextPath() + PeopleConfig.SIGN_IN));
    }

    private Optional<String> endAt(HttpServletRequest request, String idToken) {
        String own = ServletUriComponentsBuilder.fromContextPath(request).toUriString();
        try {
            return provider.flatMap(OutsideProvider::endOfSession)
                    .map(address -> UriComponentsBuilder.fromUriString(address)
                            .queryParam("id_token_hint", "{hint}")
                            .queryParam("post_logout_redirect_uri", "{back}")
                            .encode()
                            .buildAndExpand(idToken, fhir.root(own) + PeopleConfig.SIGN_IN)
                            .toUriString());
        } catch (AuthenticationServiceException away) {
            // Here the session has ended already; there it ends by itself.
            return Optional.empty();
        }
    }
}
