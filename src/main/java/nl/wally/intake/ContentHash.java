package nl.wally.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Resource;

/**
 * Tells whether a referral that is sent again is the same: a SHA-256 of what the sender said, whatever the syntax (JSON
 * or XML) and whatever the {@code urn:uuid}s, which count by the order of their entries. Ids, meta and narrative of
 * resources, and everything of the Bundle but its entries, do not count.
 */
final class ContentHash {
    private static final Set<String> NOT_CONTENT = Set.of("id", "meta", "text");

    private final Map<String, Integer> entries = new HashMap<>();
    private final StringBuilder canonical = new StringBuilder();

    private ContentHash() {}

    /** The hash as 64 hexadecimal digits. */
    public static String of(Bundle bundle) {
        ContentHash hash = new ContentHash();
        List<BundleEntryComponent> entries = bundle.getEntry();
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).hasFullUrl()) {
                hash.entries.putIfAbsent(entries.get(i).getFullUrl(), i);
            }
        }
        for (BundleEntryComponent entry : entries) {
            hash.append("request", List.of(entry.getRequest()));
            if (entry.hasResource()) {
                hash.append("resource", List.of(entry.getResource()));
            }
        }
        return sha256(hash.canonical.toString());
    }

    private void append(String name, List<? extends Base> values) {
        for (Base value : values) {
            if (value == null || value.isEmpty()) {
                continue;
            }
            canonical.append(name).append(':').append(value.fhirType()).append('{');
            if (value.isPrimitive() && value.primitiveValue() != null) {
                text(value.primitiveValue());
            }
            boolean contained = name.equals("contained");
            for (Property property : value.children()) {
                // The id of a contained resource is what references to it name.
                boolean skip = value instanceof Resource
                        && NOT_CONTENT.contains(property.getName())
                        && !(contained && property.getName().equals("id"));
                if (!skip) {
                    append(property.getName(), property.getValues());
                }
            }
            canonical.append('}');
        }
    }

    /** With its length before it, so that no text can look like structure. */
    private void text(String value) {
        Integer entry = entries.get(value);
        if (entry != null) {
            canonical.append("entry=").append(entry);
        } else {
            canonical.append(value.length()).append('=').append(value);
        }
    }

    private static String sha256(String content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
