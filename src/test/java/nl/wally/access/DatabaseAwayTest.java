package nl.wally.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class DatabaseAwayTest {
    /** Outside of FHIR an answer needs no settings, and what is not available is not on record. */
    private final DatabaseAway away = new DatabaseAway(new OutcomeBody(new ObjectMapper(), null, null));

    @Test
    void aQuestionThatTheDatabaseEndsIsNoFaultOfWhoAsks() throws Exception {
        var answer = new MockHttpServletResponse();
        away.doFilter(new MockHttpServletRequest("POST", "/oauth2/token"), answer, (request, response) -> {
            throw new QueryTimeoutException("statement_timeout");
        });
        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(answer.getHeader("Retry-After")).isNotNull();
        assertThat(answer.getContentAsString()).contains("unavailable").doesNotContain("statement_timeout");
    }
}
