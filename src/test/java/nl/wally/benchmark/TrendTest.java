package nl.wally.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class TrendTest {
    private static final int READINGS = 120;

    @Test
    void findsTheSlopeOfALine() {
        Trend line = over(hours -> 100 + 30 * hours);
        assertThat(line.slope()).isCloseTo(30, within(1e-9));
        assertThat(line.error()).isCloseTo(0, within(1e-6));
        assertThat(line.isFlat()).isFalse();
    }

    @Test
    void callsChanceFlat() {
        var chance = new Random(1);
        assertThat(over(hours -> 100 + chance.nextGaussian()).isFlat()).isTrue();
    }

    @Test
    void seesThroughChanceWhatGrows() {
        var chance = new Random(1);
        assertThat(over(hours -> 100 + 10 * hours + 2 * chance.nextGaussian()).isFlat())
                .isFalse();
    }

    @Test
    void callsFlatWhatShrinksOrStandsStill() {
        assertThat(over(hours -> 100 - 30 * hours).isFlat()).isTrue();
        assertThat(over(hours -> 0).isFlat()).isTrue();
    }

    @Test
    void callsFlatWhatTookOneStepAndNotWhatTakesOneAfterTheOther() {
        assertThat(over(hours -> hours < 0.3 ? 100 : 105).isFlat()).isFalse();
        assertThat(over(hours -> hours < 0.3 ? 100 : 105).isFlatBetweenSteps()).isTrue();
        assertThat(over(hours -> 100 + 10 * hours).isFlatBetweenSteps()).isFalse();
        assertThat(over(hours -> 100 + Math.floor(10 * hours)).isFlatBetweenSteps())
                .isFalse();
    }

    @Test
    void tellsTheBeginningFromTheEnd() {
        Trend line = over(hours -> hours);
        assertThat(line.mean(0, 0.2)).isCloseTo(0.1, within(0.01));
        assertThat(line.mean(0.8, 1)).isCloseTo(0.9, within(0.01));
    }

    private static Trend over(DoubleUnaryOperator value) {
        var trend = new Trend();
        for (int n = 0; n < READINGS; n++) {
            double hours = n / (double) READINGS;
            trend.add(hours, value.applyAsDouble(hours));
        }
        return trend;
    }
}
