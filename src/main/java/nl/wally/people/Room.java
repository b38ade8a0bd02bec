package nl.wally.people;

import java.util.Set;
import nl.wally.shared.Caller.Capacity;

/**
 * Pages behind the sign-in, and who may open them. A bean of this type in any module opens the door; a path that no bean names
 * stays shut.
 *
 * @param path for instance {@code /privacy/**}
 * @param capacities in which one may open it; at least one
 */
record Room(String path, Set<Capacity> capacities) {
    Room {
        capacities = Set.copyOf(capacities);
        if (capacities.isEmpty() || !path.startsWith("/")) {
            throw new IllegalArgumentException("a room has a path, and somebody who may open it");
        }
    }

    String[] authorities() {
        return capacities.stream().map(Capacity::name).toArray(String[]::new);
    }
}
