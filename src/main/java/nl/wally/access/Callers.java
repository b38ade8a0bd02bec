package nl.wally.access;

import static nl.wally.shared.Words.words;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import nl.wally.fhir.CurrentCaller;
import nl.wally.shared.Caller;
import nl.wally.shared.Caller.Capacity;
import nl.wally.shared.Problem;
import nl.wally.shared.RefusedException;
import nl.wally.shared.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;

/**
 * Tells who is calling, from the access token of the request that the current thread serves or, on pages for people, from the
 * session of who has signed in (G-ACTOR). Which of the two opens a door is for each chain to say: FHIR takes tokens only.
 */
@Component
class Callers implements CurrentCaller {
    private static final Predicate<String> OF_FHIR =
            Pattern.compile("^(?i:system|user|patient)/").asPredicate();

    private final AccessProperties.Claims names;

    /** Who calls by the tokens of the requests at hand: a request asks many times, and reading scopes costs something. */
    private final LoadingCache<Jwt, Caller> told;

    Callers(AccessProperties settings) {
        this.names = settings.claims();
        this.told = Caffeine.newBuilder().weakKeys().build(this::caller);
    }

    /**
     * Who is calling.
     *
     * @throws RefusedException {@link Problem#UNAUTHENTICATED} without a token, {@link Problem#FORBIDDEN} when the token
     *     is valid but does not say for which organisation and in which capacity its bearer acts
     */
    @Override
    public Caller current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof Caller person) {
            return person;
        }
        if (!(authentication instanceof JwtAuthenticationToken bearer)) {
            throw new RefusedException(Problem.UNAUTHENTICATED);
        }
        return told.get(bearer.getToken());
    }

    private Caller caller(Jwt token) {
        return new Caller(
                required(token, names.client(), value -> !value.isBlank()),
                required(token, names.organization(), References::isOrganization),
                token.hasClaim(names.practitionerRole())
                        ? required(token, names.practitionerRole(), References::isPractitionerRole)
                        : null,
                capacity(token),
                scopes(token));
    }

    /**
     * To what the token is narrowed. One that says nothing of FHIR (an outside issuer may give only {@code openid}) is not;
     * one that says something we do not know is narrowed by that to nothing.
     */
    private List<Scope> scopes(Jwt token) {
        @Nullable Object claim = token.getClaims().get(names.scope());
        List<String> texts = claim instanceof Collection<?> many
                ? many.stream().map(String::valueOf).toList()
                : List.of(String.valueOf(claim).split(" "));
        List<String> ofFhir = texts.stream().filter(OF_FHIR).toList();
        return ofFhir.isEmpty()
                ? Scope.EVERYTHING
                : ofFhir.stream()
                        .flatMap(text -> ScopeRules.read(text).stream())
                        .toList();
    }

    private Capacity capacity(Jwt token) {
        String code = required(token, names.capacity(), value -> true);
        return Arrays.stream(Capacity.values())
                // No one from outside is the server itself.
                .filter(capacity -> capacity != Capacity.SYSTEM)
                .filter(capacity -> ClientRegistry.code(capacity).equals(code))
                .findFirst()
                .orElseThrow(() -> unusable(names.capacity()));
    }

    private static String required(Jwt token, String name, Predicate<String> form) {
        @Nullable Object value = token.getClaims().get(name);
        if (value instanceof String text && form.test(text)) {
            return text;
        }
        throw unusable(name);
    }

    private static RefusedException unusable(String claim) {
        return new RefusedException(
                Problem.FORBIDDEN,
                "",
                words("The access token's claim {0} is missing or does not say what it should", claim));
    }
}
