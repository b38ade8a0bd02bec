package nl.wally.guide;

import java.util.List;
import java.util.Optional;
import nl.wally.conformance.Definitions;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;

/** What the codes of one code system are called, in both languages, and what else is said of them. */
final class ConceptWords {
    private final List<ConceptDefinitionComponent> concepts;

    /** Empty where there is no such code system. */
    ConceptWords(Definitions definitions, String url) {
        concepts = definitions.all(CodeSystem.class).stream()
                .filter(system -> url.equals(system.getUrl()))
                .flatMap(system -> system.getConcept().stream())
                .toList();
    }

    List<ConceptDefinitionComponent> all() {
        return concepts;
    }

    Optional<ConceptDefinitionComponent> of(String code) {
        return concepts.stream()
                .filter(concept -> code.equals(concept.getCode()))
                .findFirst();
    }

    /** The English words, or nothing. */
    String english(String code) {
        return of(code).map(ConceptDefinitionComponent::getDisplay).orElse("");
    }

    static String dutch(ConceptDefinitionComponent concept) {
        return concept.getDesignation().stream()
                .filter(designation -> "nl".equals(designation.getLanguage()))
                .map(designation -> designation.getValue())
                .findFirst()
                .orElse("");
    }

    /** A property of a concept as text, or nothing. */
    static String property(ConceptDefinitionComponent concept, String code) {
        return concept.getProperty().stream()
                .filter(property -> code.equals(property.getCode()))
                .map(property -> property.getValue().primitiveValue())
                .findFirst()
                .orElse("");
    }
}
