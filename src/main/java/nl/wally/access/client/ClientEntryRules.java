package nl.wally.access.client;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.net.URI;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javax.security.auth.x500.X500Principal;
import nl.wally.shared.AddressRules;
import org.jspecify.annotations.Nullable;

/** What the registration of a client must look like. Each verdict is a sentence for the operator, empty when all is well. */
final class ClientEntryRules {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Pattern FHIR_ID = Pattern.compile("[A-Za-z0-9\\-.]{1,64}");
    private static final Pattern SHA_256 = Pattern.compile("(?:[0-9A-Fa-f]{2}:?){31}[0-9A-Fa-f]{2}");

    private ClientEntryRules() {}

    /**
     * What is known here of what an entry may name.
     *
     * @param capacities the words for sides of the loop
     * @param scopes whether a scope can be honoured
     * @param places whether keys may be fetched from there
     */
    record Known(Set<String> capacities, Predicate<String> scopes, Predicate<URI> places) {}

    static Optional<String> fault(ClientEntry client, Known known) {
        if (client.id() == null || !ID.matcher(client.id()).matches()) {
            return Optional.of("id has 1 to 64 letters, digits, dots, dashes or underscores");
        }
        if (!known.capacities().contains(String.valueOf(client.capacity()))) {
            return Optional.of("capacity is one of " + String.join(", ", known.capacities()));
        }
        if (!isReference("Organization", client.organization())) {
            return Optional.of("organization is Organization/ and an id");
        }
        if (client.practitionerRole() != null && !isReference("PractitionerRole", client.practitionerRole())) {
            return Optional.of("practitioner-role is PractitionerRole/ and an id");
        }
        if (client.scopes().isEmpty()) {
            return Optional.of("scopes names at least one; system/*.cruds is all that the capacity allows");
        }
        Optional<String> odd =
                client.scopes().stream().filter(known.scopes().negate()).findFirst();
        return odd.isPresent()
                ? Optional.of("scope " + odd.get() + " is not one that this server can honour")
                : faultOfProof(client, known).or(() -> faultOfPlaces(client.notifyAt()));
    }

    private static Optional<String> faultOfProof(ClientEntry client, Known known) {
        long proofs = List.of(client.jwks() != null, client.jwksUri() != null, client.certificate() != null).stream()
                .filter(there -> there)
                .count();
        if (proofs != 1) {
            return Optional.of("exactly one of jwks, jwks-uri and certificate says how it proves who it is");
        }
        if (client.jwks() != null) {
            return faultOfKeys(client.jwks());
        }
        if (client.jwksUri() != null) {
            return known.places().test(client.jwksUri())
                    ? Optional.empty()
                    : Optional.of("jwks-uri is an https address without a user and a fragment");
        }
        return client.certificate() == null ? Optional.empty() : faultOf(client.certificate());
    }

    private static Optional<String> faultOfKeys(Map<String, Object> jwks) {
        JWKSet keys;
        try {
            keys = JWKSet.parse(jwks);
        } catch (ParseException unreadable) {
            return Optional.of("jwks is not a JWK Set");
        }
        if (keys.isEmpty()) {
            return Optional.of("jwks holds no key");
        }
        if (keys.getKeys().stream().anyMatch(JWK::isPrivate)) {
            return Optional.of("jwks holds a private key: register the public half only, and make a new pair");
        }
        if (!keys.getKeys().stream().allMatch(ClientKeys::isStrong)) {
            return Optional.of("jwks holds RSA keys of 2048 bits at least, or EC keys on P-384");
        }
        long named = keys.getKeys().stream()
                .map(JWK::getKeyID)
                .filter(id -> id != null && !id.isBlank())
                .distinct()
                .count();
        return named == keys.size() ? Optional.empty() : Optional.of("each key in jwks has a kid of its own");
    }

    private static Optional<String> faultOf(ClientEntry.Certificate certificate) {
        if ((certificate.subject() == null) == (certificate.thumbprint() == null)) {
            return Optional.of("certificate has either subject or thumbprint");
        }
        if (certificate.thumbprint() != null) {
            return SHA_256.matcher(certificate.thumbprint()).matches()
                    ? Optional.empty()
                    : Optional.of("certificate.thumbprint is SHA-256 in 64 hexadecimal digits");
        }
        try {
            new X500Principal(String.valueOf(certificate.subject()));
            return Optional.empty();
        } catch (IllegalArgumentException unreadable) {
            return Optional.of("certificate.subject is a distinguished name, for instance CN=his.example,O=HIS,C=NL");
        }
    }

    private static Optional<String> faultOfPlaces(List<URI> places) {
        return places.stream().allMatch(AddressRules::isFolder)
                ? Optional.empty()
                : Optional.of(
                        "notify-at holds https addresses that end with a slash, without a user, a query and a fragment");
    }

    private static boolean isReference(String type, @Nullable String reference) {
        return reference != null
                && reference.startsWith(type + "/")
                && FHIR_ID.matcher(reference.substring(type.length() + 1)).matches();
    }
}
