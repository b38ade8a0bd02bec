package nl.wally.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class DatabaseAwayTest {
    /** Outside of FHIR an answer needs no settings, and what is not available is not on record. */
    private final DatabaseAway away = new DatabaseAway(new OutcomeBody(new ObjectMapper(), null, null));

    @ParameterizedTest
    @ValueSource(strings = {"57014", "55P03", "25P03"})
    void aQuestionThatTheDatabaseEndsIsNoFaultOfWhoAsks(String state) throws Exception {
        var answer = new MockHttpServletResponse();
        away.doFilter(new MockHttpServletRequest("POST", "/oauth2/token"), answer, (request, response) -> {
            throw new UncategorizedSQLException("", "", new SQLException("statement_timeout", state));
        });
        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(answer.getHeader("Retry-After")).isNotNull();
        assertThat(answer.getContentAsString()).contains("unavailable").doesNotContain("statement_timeout");
    }
}
