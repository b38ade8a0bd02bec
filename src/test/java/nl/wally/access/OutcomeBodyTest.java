package nl.wally.access;

import static nl.wally.shared.Words.words;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import nl.wally.fhir.FhirProperties;
import nl.wally.shared.Problem;
import nl.wally.shared.Refusal;
import nl.wally.shared.RefusedException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What was told before is told again only to whoever would be told the very same. */
class OutcomeBodyTest {
    private final OutcomeBody body = new OutcomeBody(new ObjectMapper(), new FhirProperties(null, 10_000, 1, 10), null);

    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/fhir/Task");

    @Test
    void tellsTheSameAgain() throws Exception {
        assertThat(told("Come back")).isEqualTo(told("Come back")).contains("Come back", "http://localhost/ig/");
    }

    @Test
    void tellsSomethingElseAfterThat() throws Exception {
        told("Come back");
        assertThat(told("Come later")).contains("Come later").doesNotContain("Come back");
    }

    @Test
    void namesTheGuideWhereTheClientIs() throws Exception {
        told("Come back");
        request.setServerName("elsewhere.example");
        assertThat(told("Come back")).contains("http://elsewhere.example/ig/").doesNotContain("localhost");
    }

    @Test
    void speaksTheLanguageAndTheFormThatIsAskedFor() throws Exception {
        String first = told("Come back");
        request.addHeader("Accept-Language", "nl");
        assertThat(told("Come back")).contains("\"language\":\"nl\"");
        request.addHeader("Accept", "application/fhir+xml");
        assertThat(told("Come back")).startsWith("<OperationOutcome").contains("<language value=\"nl\"/>");
        request.removeHeader("Accept");
        request.removeHeader("Accept-Language");
        assertThat(told("Come back")).isEqualTo(first);
        request.setRequestURI("/elsewhere");
        assertThat(told("Come back")).startsWith("{\"error\":\"unavailable\"");
    }

    private String told(String text) throws Exception {
        var answer = new MockHttpServletResponse();
        body.write(request, answer, new RefusedException(List.of(new Refusal(Problem.UNAVAILABLE, "", words(text)))));
        return answer.getContentAsString();
    }
}
