package nl.wally.people;

import nl.wally.shared.Caller.Capacity;

/**
 * Somebody whom another system sends in and vouches for.
 *
 * @param identity who it is there
 * @param capacity in which they come
 * @param organization for whom, for instance {@code Organization/practice-1}
 */
public record Arrival(Identity identity, Capacity capacity, String organization) {
    boolean isAs(Position position) {
        return position.capacity() == capacity && position.organization().equals(organization);
    }
}
