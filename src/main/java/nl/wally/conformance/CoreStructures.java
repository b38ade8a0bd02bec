package nl.wally.conformance;

import ca.uhn.fhir.context.support.IValidationSupport;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r5.context.IWorkerContext;
import org.hl7.fhir.r5.model.ElementDefinition;

/**
 * The structures that FHIR itself defines, as the validator reads them: in R5. HAPI converts each when it is asked for, twice
 * for all of them and at once in every thread that makes a validator, and keeps both versions whole. Here they are converted
 * once, and what is kept of them is what somebody reads.
 */
final class CoreStructures {
    private static final String OF_FHIR = Canonicals.HL7_BASE + "StructureDefinition/";
    /** The one kind of mapping that the validator looks at. */
    private static final String PATTERN_OF_CODES = Canonicals.HL7_BASE + "terminology-pattern";

    private CoreStructures() {}

    /**
     * Converts them, once in a process and before anybody validates: HAPI keeps these definitions for the whole process, so
     * whoever else reads them there reads what is left of them.
     *
     * @param answers what the worker asks for definitions
     */
    static void prepare(IValidationSupport answers, IWorkerContext worker) {
        List<StructureDefinition> all = answers.fetchAllStructureDefinitions();
        for (StructureDefinition stored : all) {
            if (stored.getUrl().startsWith(OF_FHIR)
                    && stored.hasSnapshot()
                    && answers.fetchStructureDefinition(stored.getUrl()) == stored) {
                var read = worker.fetchResource(org.hl7.fhir.r5.model.StructureDefinition.class, stored.getUrl());
                withoutWordsForReaders(read);
                // The worker takes the same lock while it converts, and keeps what it has made with the stored one.
                synchronized (stored) {
                    stored.setText(null).setContained(null);
                    stored.setSnapshot(null).setDifferential(null).setMapping(null);
                }
            }
        }
        worker.fetchResourcesByType(org.hl7.fhir.r5.model.StructureDefinition.class);
    }

    private static void withoutWordsForReaders(org.hl7.fhir.r5.model.StructureDefinition structure) {
        Set<String> patterns = structure.getMapping().stream()
                .filter(mapping -> PATTERN_OF_CODES.equals(mapping.getUri()))
                .map(org.hl7.fhir.r5.model.StructureDefinition.StructureDefinitionMappingComponent::getIdentity)
                .collect(Collectors.toSet());
        structure.setText(null);
        structure.setDifferential(null);
        structure.getMapping().removeIf(mapping -> !patterns.contains(mapping.getIdentity()));
        structure.getSnapshot().getElement().forEach(element -> withoutWordsForReaders(element, patterns));
    }

    private static void withoutWordsForReaders(ElementDefinition element, Set<String> patterns) {
        if (element.getMapping().stream().anyMatch(mapping -> patterns.contains(mapping.getIdentity()))) {
            element.getMapping().removeIf(mapping -> !patterns.contains(mapping.getIdentity()));
        } else {
            element.setMapping(null);
        }
        element.setComment(null);
        element.setRequirements(null);
        element.setAlias(null);
        element.setExample(null);
    }
}
