package nl.wally.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.junit.jupiter.api.Test;

/** The examples that are validated before the first request leave out no profile. */
class WarmUpTest {
    private static final FhirContext FHIR = FhirContext.forR4Cached();

    @Test
    void everyProfileIsWarm() {
        Set<String> warm =
                WarmUp.examples(FHIR).stream().map(Profiles::of).collect(Collectors.toCollection(TreeSet::new));
        Set<String> profiles = new Definitions(FHIR)
                .all(StructureDefinition.class).stream()
                        .filter(definition -> !definition.getType().equals("Extension"))
                        .map(StructureDefinition::getUrl)
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(warm).containsAll(profiles);
    }
}
