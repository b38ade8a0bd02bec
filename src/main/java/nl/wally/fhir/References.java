package nl.wally.fhir;

import ca.uhn.fhir.context.FhirContext;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/** The literal references inside a resource, also those in extensions, which HAPI's index does not look at. */
@Component
public class References {
    private final FhirContext context;

    References(FhirContext context) {
        this.context = context;
    }

    /** Every literal reference to another resource, as written; references to contained resources are left out. */
    public Set<String> in(Resource resource) {
        Set<String> found = new LinkedHashSet<>();
        for (Reference reference : elements(resource)) {
            if (reference.hasReference() && !reference.getReference().startsWith("#")) {
                found.add(reference.getReference());
            }
        }
        return found;
    }

    /** Replaces references by others; those without a replacement stay. */
    public void replace(Resource resource, Map<String, String> replacements) {
        for (Reference reference : elements(resource)) {
            String replacement = replacements.get(reference.getReference());
            if (replacement != null) {
                reference.setReference(replacement);
                reference.setResource(null);
            }
        }
    }

    /** Makes absolute references to this very server relative. */
    void makeRelative(Resource resource, String serverBase) {
        Map<String, String> replacements = new LinkedHashMap<>();
        String prefix = serverBase.endsWith("/") ? serverBase : serverBase + "/";
        in(resource).stream()
                .filter(reference -> reference.startsWith(prefix))
                .forEach(reference -> replacements.put(reference, reference.substring(prefix.length())));
        replace(resource, replacements);
    }

    private Iterable<Reference> elements(Resource resource) {
        return context.newTerser().getAllPopulatedChildElementsOfType(resource, Reference.class);
    }
}
