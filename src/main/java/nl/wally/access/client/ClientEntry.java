package nl.wally.access.client;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A client as the operator writes it down.
 *
 * @param id the OAuth client id, which the client signs for
 * @param capacity on which side of the loop it stands, for instance {@code practice}
 * @param organization for whom it works, for instance {@code Organization/…}
 * @param practitionerRole the acting person; absent for a system
 * @param scopes what it may be granted at most
 * @param jwks its public keys as a JWK Set
 * @param jwksUri where it publishes them
 * @param certificate what its certificate is known by
 * @param notifyAt where it may have notifications sent; everything under these addresses
 * @param enabled false when it gets no token for now
 */
record ClientEntry(
        @Nullable String id,
        @Nullable String capacity,
        @Nullable String organization,
        @Nullable String practitionerRole,
        List<String> scopes,
        @Nullable Map<String, Object> jwks,
        @Nullable URI jwksUri,
        @Nullable Certificate certificate,
        List<URI> notifyAt,
        @Nullable Boolean enabled) {

    ClientEntry {
        // Absent in the file: then there are none, which the rules refuse.
        scopes = scopes == null ? List.of() : List.copyOf(scopes);
        notifyAt = notifyAt == null ? List.of() : List.copyOf(notifyAt);
    }

    boolean isEnabled() {
        return enabled == null || enabled;
    }

    /** The whole file. */
    record All(@Nullable List<ClientEntry> clients) {}

    /**
     * One of both.
     *
     * @param subject the distinguished name of its holder, as RFC 2253 writes it
     * @param thumbprint SHA-256 of it in hexadecimal, with or without colons
     */
    record Certificate(@Nullable String subject, @Nullable String thumbprint) {}
}
