package nl.wally.fhir.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import nl.wally.shared.Language;
import nl.wally.shared.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What HAPI would read and forget is refused, and named. */
class JsonFormTest {
    private static final String EXTENSION =
            ",\"extension\":[{\"url\":\"https://his.example/x\",\"valueString\":\"x\"}]}";

    private final JsonForm form = new JsonForm(FhirContext.forR4Cached());

    @ParameterizedTest
    @ValueSource(strings = {"Bundle", "Binary", "Parameters"})
    void aResourceThatHasNoExtensionsGetsNone(String type) {
        RefusedException refused =
                catchThrowableOfType(RefusedException.class, () -> form.requireResource(extended(type)));

        assertThat(refused.refusals().get(0).explanation().in(Language.ENGLISH))
                .isEqualTo("An element does not exist here");
    }

    @Test
    void everyOtherMayHaveSome() {
        assertThat(form.requireResource(extended("Patient"))).isEqualTo("Patient");
    }

    private static byte[] extended(String type) {
        return ("{\"resourceType\":\"" + type + "\"" + EXTENSION).getBytes(StandardCharsets.UTF_8);
    }
}
