package nl.wally.people;

import java.util.List;
import nl.wally.shared.Caller;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;

/**
 * Somebody who is signed in, as security sees it. The principal is a {@link Caller} once the role is known, which is what
 * module {@code access} asks for; before that it is an {@link Identity}, and opens nothing but the choice of a role.
 */
final class SignedIn extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;

    private final transient Session session;

    SignedIn(Session session) {
        super(authorities(session));
        this.session = session;
        setAuthenticated(true);
    }

    Session session() {
        return session;
    }

    @Override
    public Object getPrincipal() {
        return session.acting().<Object>map(Position::caller).orElse(session.identity());
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    private static List<GrantedAuthority> authorities(Session session) {
        return session.acting()
                .map(position ->
                        AuthorityUtils.createAuthorityList(position.capacity().name()))
                .orElse(List.of());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SignedIn signedIn && signedIn.session.equals(session);
    }

    @Override
    public int hashCode() {
        return session.hashCode();
    }
}
