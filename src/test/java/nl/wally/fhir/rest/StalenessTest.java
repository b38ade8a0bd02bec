package nl.wally.fhir.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StalenessTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "max-stale=10 | 10",
                "no-transform, max-stale=3 | 3",
                "Max-Stale=\"7\", no-transform | 7",
                "max-stale | 86400"
            })
    void readsHowFarBehindAnAnswerMayBe(String header, long seconds) {
        assertThat(Staleness.allowed(List.of(header))).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no-cache", "max-age=10", "max-stale=0", "max-stale=soon", "xmax-stale=10"})
    void allowsNothingUnlessItIsSaid(String header) {
        assertThat(Staleness.allowed(List.of(header))).isZero();
    }

    @Test
    void allowsNothingWithoutAHeader() {
        assertThat(Staleness.allowed(List.of())).isZero();
    }
}
