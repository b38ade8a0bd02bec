package nl.wally.access;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.wally.shared.Scope;
import nl.wally.shared.Scope.Action;
import org.hl7.fhir.r4.model.Resource;

/**
 * Scopes narrow what a caller may do anyway, and never widen it (ADR 17): what no scope of the token names is refused. Form:
 * SMART v2, https://hl7.org/fhir/smart-app-launch/scopes-and-launch-context.html.
 */
public final class ScopeRules {
    /** The letters stand in this order or the scope is none; {@code user} is what a token of a person says. */
    private static final Pattern FORM =
            Pattern.compile("(?:system|user)/(\\*|[A-Z][A-Za-z]{1,63})\\.(c?r?u?d?s?)(?:\\?([!#-\\[\\]-~]{1,500}))?");

    private ScopeRules() {}

    /** What a scope says; empty when it is none of SMART v2 for a system or a person. */
    public static Optional<Scope> read(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches() || form.group(2).isEmpty()) {
            return Optional.empty();
        }
        Set<Action> actions = EnumSet.allOf(Action.class).stream()
                .filter(action -> form.group(2).contains(action.letter()))
                .collect(Collectors.toSet());
        String query = form.group(3);
        // What would be searched for differs by type, so it is said per type.
        return query != null && form.group(1).equals(Scope.ANY_TYPE)
                ? Optional.empty()
                : Optional.of(new Scope(form.group(1), actions, query == null ? "" : query));
    }

    /** What is both asked for and allowed, each scope as narrow as both say together. */
    static List<Scope> granted(List<Scope> asked, List<Scope> allowed) {
        List<Scope> granted = new ArrayList<>();
        for (Scope one : asked) {
            for (Scope other : allowed) {
                both(one, other).filter(scope -> !granted.contains(scope)).ifPresent(granted::add);
            }
        }
        return granted.stream()
                .filter(scope -> granted.stream().noneMatch(other -> !other.equals(scope) && includes(other, scope)))
                .toList();
    }

    /** Whether some resources of a type may be treated so. */
    static boolean allow(List<Scope> scopes, String type, Action action) {
        return scopes.stream().anyMatch(scope -> concerns(scope, type, action));
    }

    /**
     * Whether this resource may be treated so.
     *
     * @param meets whether a resource meets the query of a scope
     */
    static boolean cover(List<Scope> scopes, Resource resource, Action action, BiPredicate<Resource, String> meets) {
        return scopes.stream()
                .filter(scope -> concerns(scope, resource.fhirType(), action))
                .anyMatch(scope -> scope.query().isEmpty() || meets.test(resource, scope.query()));
    }

    private static boolean concerns(Scope scope, String type, Action action) {
        return isOf(scope, type) && scope.actions().contains(action);
    }

    private static boolean isOf(Scope scope, String type) {
        return scope.type().equals(Scope.ANY_TYPE) || scope.type().equals(type);
    }

    private static Optional<Scope> both(Scope one, Scope other) {
        Set<Action> actions =
                one.actions().stream().filter(other.actions()::contains).collect(Collectors.toSet());
        if (actions.isEmpty() || !isOf(one, other.type()) && !isOf(other, one.type())) {
            return Optional.empty();
        }
        String type = one.type().equals(Scope.ANY_TYPE) ? other.type() : one.type();
        return Optional.of(new Scope(type, actions, both(one.query(), other.query())));
    }

    /** Two queries one after the other: a resource must meet both. */
    private static String both(String one, String other) {
        if (one.isEmpty() || one.equals(other)) {
            return other;
        }
        return other.isEmpty() ? one : one + "&" + other;
    }

    private static boolean includes(Scope wide, Scope narrow) {
        return isOf(wide, narrow.type())
                && wide.actions().containsAll(narrow.actions())
                && (wide.query().isEmpty() || wide.query().equals(narrow.query()));
    }
}
