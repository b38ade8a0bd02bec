package nl.wally.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.sql.SQLException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;

/** Whatever Spring makes of it, and in whatever wrapping it comes. */
class OutageTest {
    private static final String STATEMENT = "select from referral";

    @ParameterizedTest
    @ValueSource(strings = {"57014", "55P03", "25P03", "57P01", "08006", "53100"})
    void isWhatMayBeAskedAgain(String state) {
        assertThat(Outage.explains(new ServletException(translated(state)))).isTrue();
        assertThat(Outage.isOutOfTime(translated(state))).isEqualTo(!state.matches("57P01|08006|53100"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "42P01", "22021", "25006"})
    void isNotWhatWouldFailAgain(String state) {
        assertThat(Outage.explains(translated(state))).isFalse();
    }

    @Test
    void isNotAFaultOfOurs() {
        assertThat(Outage.explains(new IllegalStateException(new NullPointerException())))
                .isFalse();
    }

    /** As {@code JdbcTemplate} does it. */
    private static DataAccessException translated(String state) {
        var translator = new SQLExceptionSubclassTranslator();
        translator.setFallbackTranslator(new SQLStateSQLExceptionTranslator());
        SQLException thrown = new SQLException("canceling statement", state);
        return Objects.requireNonNullElseGet(
                translator.translate("", STATEMENT, thrown),
                () -> new org.springframework.jdbc.UncategorizedSQLException("", STATEMENT, thrown));
    }
}
