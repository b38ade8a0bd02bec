package nl.wally.notification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShareRulesTest {
    private final ShareRules rules = new ShareRules(16);

    @Test
    void thoseThatFailNeverGetMoreThanAQuarter() {
        assertThat(rules.troubled(0, 0)).isEqualTo(4);
        assertThat(rules.troubled(0, 3)).isEqualTo(1);
        assertThat(rules.troubled(0, 4)).isZero();
        assertThat(rules.well(0, 4)).isEqualTo(12);
    }

    @Test
    void nobodyGetsAPlaceThatIsTaken() {
        assertThat(rules.troubled(15, 0)).isEqualTo(1);
        assertThat(rules.troubled(16, 0)).isZero();
        assertThat(rules.well(14, 2)).isZero();
        assertThat(rules.well(16, 2)).isZero();
    }
}
