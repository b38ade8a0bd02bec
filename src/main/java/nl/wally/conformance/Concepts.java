package nl.wally.conformance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.wally.shared.Language;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.springframework.stereotype.Component;

/** What the codes of our code systems are called: the English display, and the Dutch designation beside it. */
@Component
public class Concepts {
    private final Map<String, Map<String, ConceptDefinitionComponent>> bySystem = new LinkedHashMap<>();

    Concepts(Definitions definitions) {
        for (CodeSystem system : definitions.all(CodeSystem.class)) {
            Map<String, ConceptDefinitionComponent> codes = new LinkedHashMap<>();
            system.getConcept().forEach(concept -> codes.put(concept.getCode(), concept));
            bySystem.put(system.getUrl(), codes);
        }
    }

    /** Whether this code system is one of ours, or one of which we hold a part. */
    public boolean knows(String system) {
        return bySystem.containsKey(system);
    }

    /** All codes of a system, in its own order. */
    public List<String> codes(String system) {
        return List.copyOf(bySystem.getOrDefault(system, Map.of()).keySet());
    }

    /** What a code is called in this language; empty for a code that no system of ours has. */
    public Optional<String> called(String system, String code, Language language) {
        return Optional.ofNullable(bySystem.getOrDefault(system, Map.of()).get(code))
                .map(concept -> language == Language.DUTCH ? dutch(concept) : concept.getDisplay());
    }

    private static String dutch(ConceptDefinitionComponent concept) {
        return concept.getDesignation().stream()
                .filter(designation -> Language.DUTCH.code().equals(designation.getLanguage()))
                .map(designation -> designation.getValue())
                .findFirst()
                .orElse(concept.getDisplay());
    }
}
