package nl.wally.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FhirPropertiesTest {
    /** Addresses of resources and of the guide are made from it. */
    @Test
    void theAddressEndsWithoutASlash() {
        assertThat(new FhirProperties("https://wally.example/fhir/", 10_000, 1, 10).baseUrl())
                .isEqualTo("https://wally.example/fhir");
        assertThat(new FhirProperties(null, 10_000, 1, 10).baseUrl()).isNull();
    }
}
