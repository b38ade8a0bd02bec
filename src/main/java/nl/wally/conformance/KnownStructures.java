package nl.wally.conformance;

import ca.uhn.fhir.context.support.IValidationSupport;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hl7.fhir.common.hapi.validation.validator.WorkerContextValidationSupportAdapter;
import org.hl7.fhir.r5.model.Resource;
import org.hl7.fhir.r5.model.StructureDefinition;
import org.jspecify.annotations.Nullable;

/**
 * HAPI's way from what is known of R4 to the validator, which works in R5, with the definitions at hand: the validator asks
 * for one at nearly every element, and HAPI looks for its type, for the original and, under a lock, for what it was made into.
 */
class KnownStructures extends WorkerContextValidationSupportAdapter {
    private final Map<String, StructureDefinition> known = new ConcurrentHashMap<>();

    KnownStructures(IValidationSupport answers) {
        super(answers);
    }

    @Override
    public <T extends Resource> @Nullable T fetchResource(Class<T> type, @Nullable String url) {
        StructureDefinition structure = type == StructureDefinition.class && url != null ? known.get(url) : null;
        if (structure != null) {
            return type.cast(structure);
        }
        T found = super.fetchResource(type, url);
        if (found instanceof StructureDefinition made && url != null) {
            known.put(url, made);
        }
        return found;
    }
}
