package nl.wally.fhir.rest;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import nl.wally.conformance.Capabilities;
import nl.wally.conformance.Definitions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutesTest {
    private static final Routes ROUTES = new Routes(new Capabilities(new Definitions(FhirContext.forR4Cached())));

    @ParameterizedTest
    @CsvSource({
        "/fhir, /fhir",
        "/fhir/, /fhir",
        "/fhir/metadata, /fhir/metadata",
        "/fhir/.well-known/smart-configuration, /fhir/.well-known/smart-configuration",
        "/fhir/Task, /fhir/Task",
        "/fhir/Task/_search, /fhir/Task/_search",
        "/fhir/Task/7, /fhir/Task/{id}",
        "/fhir/Task/7/_history, /fhir/Task/{id}/_history",
        "/fhir/Task/7/_history/3, /fhir/Task/{id}/_history/{version}",
        "/fhir/Task/7/$available-actions, /fhir/Task/{id}/$available-actions",
        "/fhir/Task/7/$thea, /fhir/Task/{id}/{operation}",
        "/fhir/Thea, /fhir/{other}",
        "/fhir/Thea/de/Vries, /fhir/{other}/{id}/{id}",
        "/fhir/$thea, /fhir/{operation}",
        "/fhir/Task/a/b/c/d/e/f, /fhir/Task/{id}/{id}/{id}"
    })
    void tellsTheRouteAndNothingElse(String path, String route) {
        assertThat(ROUTES.of(path)).isEqualTo(route);
    }
}
