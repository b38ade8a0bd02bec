package nl.wally.shared;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a token lets its bearer do with resources of a type, see
 * https://hl7.org/fhir/smart-app-launch/scopes-and-launch-context.html#scopes-for-requesting-fhir-resources (version 2).
 *
 * @param type the resource type, or {@link #ANY_TYPE}
 * @param actions what may be done
 * @param query search parameters that a resource must meet, for instance {@code owner=PractitionerRole/1}; empty for all
 */
public record Scope(String type, Set<Action> actions, String query) {
    /** Of every type. */
    public static final String ANY_TYPE = "*";

    /** Does not narrow at all. */
    public static final List<Scope> EVERYTHING = List.of(new Scope(ANY_TYPE, EnumSet.allOf(Action.class), ""));

    public Scope {
        actions = Set.copyOf(actions);
    }

    /** As it is written in a token, for instance {@code system/Task.rs?owner=PractitionerRole/1}. */
    public String text() {
        String letters = EnumSet.allOf(Action.class).stream()
                .filter(actions::contains)
                .map(Action::letter)
                .collect(Collectors.joining());
        return "system/" + type + "." + letters + (query.isEmpty() ? "" : "?" + query);
    }

    /** In the order in which a scope names them. */
    public enum Action {
        CREATE,
        /** Read, vread and the history of a resource. */
        READ,
        /** Update and patch. */
        UPDATE,
        DELETE,
        SEARCH;

        /** How it is written, for instance {@code c}. */
        public String letter() {
            return name().substring(0, 1).toLowerCase(java.util.Locale.ROOT);
        }
    }
}
