package nl.wally.fhir;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/** The literal references inside a resource, also those in extensions, which HAPI's index does not look at. */
@Component
public class References {
    /** Every literal reference to another resource, as written; references to contained resources are left out. */
    public Set<String> in(Resource resource) {
        Set<String> found = new LinkedHashSet<>();
        for (Reference reference : elements(resource)) {
            // An element with nothing but extensions is there, without a value.
            if (reference.getReference() != null && !reference.getReference().startsWith("#")) {
                found.add(reference.getReference());
            }
        }
        return found;
    }

    /** The elements, such as {@code Task.focus}, in which a resource has this reference. */
    Set<String> places(Resource resource, String reference) {
        Set<String> places = new LinkedHashSet<>();
        for (Property property : resource.children()) {
            for (Base value : property.getValues()) {
                if (value != null
                        && elements(value).stream().anyMatch(element -> reference.equals(element.getReference()))) {
                    places.add(resource.fhirType() + "." + property.getName().replace("[x]", ""));
                }
            }
        }
        return places;
    }

    /** Replaces references by others; those without a replacement stay. */
    public void replace(Resource resource, Map<String, String> replacements) {
        for (Reference reference : elements(resource)) {
            String replacement = reference.getReference() != null ? replacements.get(reference.getReference()) : null;
            if (replacement != null) {
                reference.setReference(replacement);
                reference.setResource(null);
            }
        }
    }

    /** Makes absolute references to this very server relative. */
    void makeRelative(Resource resource, String serverBase) {
        String prefix = serverBase.endsWith("/") ? serverBase : serverBase + "/";
        for (Reference reference : elements(resource)) {
            String written = reference.getReference();
            if (written != null && written.startsWith(prefix)) {
                reference.setReference(written.substring(prefix.length()));
                reference.setResource(null);
            }
        }
    }

    /** HAPI's own walk does not enter the extensions of primitive elements. */
    private static List<Reference> elements(Base element) {
        List<Reference> found = new ArrayList<>();
        collect(element, found);
        return found;
    }

    private static void collect(Base element, List<Reference> found) {
        if (element instanceof PrimitiveType<?> primitive && !primitive.hasExtension()) {
            // Most elements are these, and to ask one for its children makes some objects for each.
            return;
        }
        if (element instanceof Reference reference) {
            found.add(reference);
        }
        for (Property property : element.children()) {
            for (Base value : property.getValues()) {
                if (value != null) {
                    collect(value, found);
                }
            }
        }
    }
}
