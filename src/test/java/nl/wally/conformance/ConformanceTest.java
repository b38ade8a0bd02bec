package nl.wally.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.SearchParameter;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The CapabilityStatements agree with each other and with the definitions that they name. */
class ConformanceTest {
    private static final FhirContext FHIR = FhirContext.forR4Cached();

    @ParameterizedTest
    @ValueSource(strings = {"waw-his", "waw-social-worker", "waw-coordinator"})
    void noActorCountsOnWhatTheServerDoesNotOffer(String actor) {
        Set<String> needs = promises(statement(actor));

        assertThat(needs).hasSizeGreaterThan(20).isSubsetOf(promises(statement("waw-server")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"waw-server", "waw-his", "waw-social-worker", "waw-coordinator"})
    void everyProfileNamedIsDefined(String actor) {
        Set<String> defined = ProfileFiles.ofConformanceResources().resources(FHIR).stream()
                .map(resource -> ((MetadataResource) resource).getUrl())
                .collect(Collectors.toSet());

        assertThat(resources(actor).flatMap(ConformanceTest::profiles))
                // Of a guide that is not on board: its profile of Subscription, of which ours writes out the rules.
                .filteredOn(url -> !url.startsWith(Canonicals.BACKPORT))
                .allMatch(url -> defined.contains(url)
                        || new DefaultProfileValidationSupport(FHIR).fetchStructureDefinition(url) != null);
    }

    @Test
    void everySearchParameterNamedIsDefinedForItsTypeAsPromised() {
        var definitions = new Definitions(FHIR)
                .searchParameters()
                .collect(Collectors.toMap(SearchParameter::getUrl, parameter -> parameter, (one, other) -> one));

        resources("waw-server")
                .forEach(resource -> resource.getSearchParam().forEach(promised -> {
                    SearchParameter parameter = definitions.get(promised.getDefinition());
                    assertThat(parameter).as(promised.getDefinition()).isNotNull();
                    assertThat(parameter.getCode()).isEqualTo(promised.getName());
                    assertThat(parameter.getType()).isEqualTo(promised.getType());
                    assertThat(parameter.getBase().stream().map(base -> base.getCode()))
                            .as(promised.getDefinition())
                            .containsAnyOf(resource.getType(), "Resource");
                }));
    }

    private static Stream<CapabilityStatementRestResourceComponent> resources(String actor) {
        return statement(actor).getRestFirstRep().getResource().stream();
    }

    private static Set<String> promises(CapabilityStatement statement) {
        CapabilityStatementRestComponent rest = statement.getRestFirstRep();
        Set<String> promises = rest.getResource().stream()
                .flatMap(resource -> promises(resource).map(promise -> resource.getType() + " " + promise))
                .collect(Collectors.toCollection(TreeSet::new));
        rest.getInteraction()
                .forEach(interaction -> promises.add(interaction.getCode().toCode()));
        statement.getFormat().forEach(format -> promises.add("format " + format.getCode()));
        statement.getPatchFormat().forEach(format -> promises.add("patch format " + format.getCode()));
        return promises;
    }

    private static Stream<String> promises(CapabilityStatementRestResourceComponent resource) {
        return Stream.of(
                        resource.getInteraction().stream()
                                .map(interaction -> interaction.getCode().toCode()),
                        resource.getSearchParam().stream()
                                .map(parameter -> parameter.getName() + " " + parameter.getType() + " "
                                        + parameter.getDefinition()),
                        resource.getSearchInclude().stream()
                                .map(StringType::getValue)
                                .map(path -> "_include " + path),
                        resource.getSearchRevInclude().stream()
                                .map(StringType::getValue)
                                .map(path -> "_revinclude " + path),
                        profiles(resource))
                .flatMap(part -> part);
    }

    private static Stream<String> profiles(CapabilityStatementRestResourceComponent resource) {
        return Stream.concat(
                Stream.of(resource.getProfile()),
                resource.getSupportedProfile().stream().map(profile -> profile.getValue()));
    }

    private static CapabilityStatement statement(String id) {
        return (CapabilityStatement)
                ProfileFiles.read(FHIR, Path.of("profiles", "CapabilityStatement-" + id + ".json"));
    }
}
