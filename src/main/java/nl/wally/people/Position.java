package nl.wally.people;

import nl.wally.access.ClientRegistry;
import nl.wally.access.References;
import nl.wally.shared.Caller;
import nl.wally.shared.Caller.Capacity;
import org.jspecify.annotations.Nullable;

/**
 * As whom an identity may act. One person may hold several, for instance in two practices.
 *
 * @param identity who
 * @param capacity on which side of the loop
 * @param organization for whom, for instance {@code Organization/social-1}
 * @param role as whom, for instance {@code PractitionerRole/wally-1}; absent only for who has no place in the directory
 */
public record Position(
        Identity identity,
        Capacity capacity,
        String organization,
        @Nullable String role) {
    public Position {
        if (capacity == Capacity.SYSTEM) {
            throw new IllegalArgumentException("nobody is the server itself");
        }
        if (!References.isOrganization(organization)) {
            throw new IllegalArgumentException("organization is written as Organization/…");
        }
        if (role != null && !References.isPractitionerRole(role)) {
            throw new IllegalArgumentException("practitioner-role is written as PractitionerRole/…");
        }
        if (role == null && (capacity == Capacity.PRACTICE || capacity == Capacity.SOCIAL_WORKER)) {
            throw new IllegalArgumentException(
                    "a " + ClientRegistry.code(capacity) + " acts as a practitioner-role: what is done has a name");
        }
    }

    Caller caller() {
        return new Caller(identity.client(), organization, role, capacity);
    }
}
