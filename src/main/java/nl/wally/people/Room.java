package nl.wally.people;

import java.util.Set;
import nl.wally.shared.Caller.Capacity;
import nl.wally.shared.Words;

/**
 * Pages behind the sign-in, and who may open them. A bean of this type in any module opens the door; a path that no bean names
 * stays shut.
 *
 * @param path for instance {@code /privacy/**}
 * @param capacities in which one may open it; at least one
 * @param title under which the menu of every page leads there; empty where it does not. Menus are in the order of the beans;
 *     the first of somebody's rooms is where they come in
 */
public record Room(String path, Set<Capacity> capacities, Words title) {
    public Room {
        capacities = Set.copyOf(capacities);
        if (capacities.isEmpty() || !path.startsWith("/")) {
            throw new IllegalArgumentException("a room has a path, and somebody who may open it");
        }
    }

    /** One to which no menu leads. */
    public Room(String path, Set<Capacity> capacities) {
        this(path, capacities, Words.NONE);
    }

    String[] authorities() {
        return capacities.stream().map(Capacity::name).toArray(String[]::new);
    }

    /** Whether the menu of somebody in this capacity leads there. */
    boolean isFor(Capacity capacity) {
        return !title.isEmpty() && capacities.contains(capacity);
    }
}
