package nl.wally.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import nl.wally.fhir.Trail;
import nl.wally.shared.Caller;
import nl.wally.shared.Occurrence;
import nl.wally.shared.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2AccessTokenResponseAuthenticationSuccessHandler;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/** Puts on record which client got a token, and that one was refused, before either is answered. */
final class SignIns implements AuthenticationSuccessHandler, AuthenticationFailureHandler, AuthenticationEntryPoint {
    /** Attribute of a request: the client that has proven who it is, for Spring forgets it before a refusal is answered. */
    static final String CLIENT = "nl.wally.access.client";

    private final Trail trail;
    private final UnknownClient unknown;
    private final AuthenticationSuccessHandler answer = new OAuth2AccessTokenResponseAuthenticationSuccessHandler();

    SignIns(Trail trail, UnknownClient unknown) {
        this.trail = trail;
        this.unknown = unknown;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication granted)
            throws IOException, ServletException {
        note(proven(request), null);
        answer.onAuthenticationSuccess(request, response, granted);
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        Caller caller = proven(request);
        note(caller, caller == null ? Problem.UNAUTHENTICATED : Problem.FORBIDDEN);
        unknown.onAuthenticationFailure(request, response, reason);
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        note(null, Problem.UNAUTHENTICATED);
        unknown.commence(request, response, reason);
    }

    private void note(@Nullable Caller caller, @Nullable Problem refused) {
        String grant = AuthorizationGrantType.CLIENT_CREDENTIALS.getValue();
        trail.note(new Occurrence(Occurrence.Kind.SIGN_IN, grant, caller, refused, List.of(), List.of()));
    }

    /** The client that has proven who it is; what it only says of itself belongs on no record. */
    private static @Nullable Caller proven(HttpServletRequest request) {
        return request.getAttribute(CLIENT) instanceof RegisteredClient client ? caller(client) : null;
    }

    static Caller caller(RegisteredClient client) {
        var who = client.getClientSettings();
        return new Caller(
                client.getClientId(),
                who.getSetting(KnownClients.ORGANIZATION),
                who.getSetting(KnownClients.PRACTITIONER_ROLE),
                ClientRegistry.capacity(who.getSetting(KnownClients.CAPACITY)));
    }
}
