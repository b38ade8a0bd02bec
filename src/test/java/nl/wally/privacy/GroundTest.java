package nl.wally.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.util.Arrays;
import nl.wally.conformance.Definitions;
import org.hl7.fhir.r4.model.CodeSystem;
import org.junit.jupiter.api.Test;

class GroundTest {
    @Test
    void codesAreThoseOfTheGuide() {
        var system = new Definitions(FhirContext.forR4Cached())
                .all(CodeSystem.class).stream()
                        .filter(one -> one.getUrl().endsWith("/waw-erasure-ground"))
                        .findFirst()
                        .orElseThrow();
        assertThat(Arrays.stream(Ground.values()).map(Ground::code))
                .containsExactlyElementsOf(system.getConcept().stream()
                        .map(CodeSystem.ConceptDefinitionComponent::getCode)
                        .toList());
    }

    @Test
    void nobodyNamesTheGroundOfTheServer() {
        assertThat(Ground.requested("retention")).isEmpty();
        assertThat(Ground.requested("objection")).contains(Ground.OBJECTION);
    }
}
