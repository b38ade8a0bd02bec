package nl.wally.shared;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who is calling, as the access token says (G-ACTOR).
 *
 * @param client the OAuth client id
 * @param organization whom the caller works for, for instance {@code Organization/practice-1}
 * @param role the acting person, for instance {@code PractitionerRole/wally-1}; absent for a system
 * @param capacity on which side of the loop the caller stands
 * @param scopes to what of all that the token is narrowed; none of them lets anybody do more
 */
public record Caller(
        String client, String organization, @Nullable String role, Capacity capacity, List<Scope> scopes) {
    /** The server itself: clocks, consequences of other steps. */
    public static final Caller SYSTEM = new Caller("system", "", null, Capacity.SYSTEM);

    public Caller {
        scopes = List.copyOf(scopes);
    }

    /** Not narrowed by scopes. */
    public Caller(String client, String organization, @Nullable String role, Capacity capacity) {
        this(client, organization, role, capacity, Scope.EVERYTHING);
    }

    /** The acting person, if a person acts. */
    public Optional<String> person() {
        return Optional.ofNullable(role);
    }

    /** The acting person or, for a system, the organisation: who is named in Provenance. */
    public String agent() {
        return role == null ? organization : role;
    }

    public enum Capacity {
        /** The GP side: a practice or its HIS. */
        PRACTICE,
        /** Wally, substitute or wellbeing coach. */
        SOCIAL_WORKER,
        /** The Wally-coach of a social organisation. */
        COORDINATOR,
        /** Answers people's questions about their data, and reads the audit log of the own organisation. */
        PRIVACY_OFFICER,
        /** Runs the server, and sees nothing of what is in it. */
        OPERATOR,
        /** The server itself. */
        SYSTEM
    }
}
