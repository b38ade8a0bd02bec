package nl.wally.guide;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import nl.wally.conformance.Definitions;
import org.junit.jupiter.api.Test;

/** Every file of the guide can be made, and holds nothing that a machine forgot to fill in. */
class GuideTest {
    private static final FhirContext CONTEXT = FhirContext.forR4();
    private static final Guide GUIDE = new GuideParts(CONTEXT, new Definitions(CONTEXT)).guide();

    @Test
    void everyFileIsMadeWithoutAWordOfTheMachine() {
        for (String name : GUIDE.names()) {
            String text = new String(GUIDE.file(name).orElseThrow().content(), StandardCharsets.UTF_8);
            assertThat(text).as(name).isNotBlank().doesNotContain("{% include", "Exception", "??", "th:text");
        }
    }

    @Test
    void aPageThatDoesNotExistSaysSo() {
        assertThat(GUIDE.file("nothing.html")).isEmpty();
        assertThat(new String(GUIDE.missing().content(), StandardCharsets.UTF_8))
                .contains("Page not found");
    }
}
