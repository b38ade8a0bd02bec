package nl.wally.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.hl7.fhir.r4.model.DateTimeType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AheadTest {
    @ParameterizedTest
    @CsvSource({
        // Half past midnight in the Netherlands, in winter and in summer.
        "2026-11-30, 2026-11-29T23:30:00Z, false",
        "2026-07-02, 2026-07-01T22:30:00Z, false",
        "2026-12-01, 2026-11-29T23:30:00Z, true",
        // Half an hour before it.
        "2026-11-30, 2026-11-29T22:30:00Z, true",
        "2026-11-30, 2026-11-29T22:56:00Z, false",
        "2026-12, 2026-11-30T23:30:00Z, false",
        "2026-12, 2026-11-29T23:30:00Z, true",
        "2027, 2026-12-31T23:30:00Z, false",
        "2027, 2026-11-29T23:30:00Z, true",
        "2026-11-30T00:34:00+01:00, 2026-11-29T23:30:00Z, false",
        "2026-11-30T00:36:00+01:00, 2026-11-29T23:30:00Z, true",
    })
    void aDayBeginsWhenItBeginsInTheNetherlands(String written, Instant now, boolean ahead) {
        assertThat(Ahead.isAhead(new DateTimeType(written), now)).isEqualTo(ahead);
    }

    @Test
    void noTimeLiesNowhere() {
        assertThat(Ahead.isAhead(new DateTimeType(), Instant.EPOCH)).isFalse();
    }
}
