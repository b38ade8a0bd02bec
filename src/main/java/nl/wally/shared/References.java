package nl.wally.shared;

import java.util.Collection;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * How two references are told to mean the same resource: by type and id, whatever server or version they name. A
 * {@code urn:uuid} means itself.
 */
public final class References {
    private References() {}

    /** Type and id, for instance {@code PractitionerRole/wally-1}; empty when the reference names no resource. */
    public static String key(@Nullable Reference reference) {
        if (reference == null || reference.getReference() == null) {
            return "";
        }
        return key(new IdType(reference.getReference()));
    }

    /** Type and id of a resource; empty when it has no id yet. */
    public static String key(Resource resource) {
        IdType id = resource.getIdElement();
        if (!id.hasIdPart() || id.getValue().startsWith("urn:")) {
            return id.hasIdPart() ? id.getValue() : "";
        }
        return resource.fhirType() + "/" + id.getIdPart();
    }

    private static String key(IdType id) {
        if (id.getValue() == null || id.getValue().startsWith("urn:")) {
            return id.getValue() == null ? "" : id.getValue();
        }
        IIdType bare = id.toUnqualifiedVersionless();
        return bare.getValue() == null ? "" : bare.getValue();
    }

    /** Whether the reference names this resource. */
    public static boolean pointsTo(@Nullable Reference reference, Resource resource) {
        String key = key(reference);
        return !key.isEmpty() && key.equals(key(resource));
    }

    /** Whether any of the references names this key ({@code Type/id}). */
    public static boolean anyIs(Collection<Reference> references, String key) {
        return !key.isEmpty()
                && references.stream().anyMatch(reference -> key(reference).equals(key));
    }
}
