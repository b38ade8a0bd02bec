package nl.wally.fhir.schema;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import nl.wally.shared.StartRefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseCheckTest {
    @ParameterizedTest
    @ValueSource(strings = {"fsync", "full_page_writes", "synchronous_commit"})
    void refusesADatabaseThatMayLoseAReferral(String setting) {
        assertThatThrownBy(() -> DatabaseCheck.verifySetting(setting, "on", "off"))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining(setting + " = off");
    }

    @ParameterizedTest
    @CsvSource({"PostgreSQL 13.22 on x86_64,13", "CockroachDB CCL v24.1,13", "H2 2.3,2"})
    void refusesAnOldPostgresAndOtherProducts(String product, int version) {
        assertThatThrownBy(() -> DatabaseCheck.verifyProduct(product, version))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("needs PostgreSQL 14 or newer");
    }

    @Test
    void takesPostgresFrom14On() {
        assertThatCode(() -> DatabaseCheck.verifyProduct("PostgreSQL 14.0 on x86_64", 14))
                .doesNotThrowAnyException();
    }
}
