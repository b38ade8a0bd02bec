package nl.wally.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReferralNumberTest {
    private final ReferralNumber numbers = new ReferralNumber(new Random(20180301));

    @Test
    void drawsNumbersThatAreValidAndDiffer() {
        Set<String> drawn = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            String number = numbers.next();
            assertThat(number).matches("WAW-\\d{10}");
            assertThat(ReferralNumber.isValid(number)).isTrue();
            drawn.add(number);
        }
        assertThat(drawn).hasSizeGreaterThan(9_995);
    }

    @Test
    void findsEveryWrongDigitAndEverySwapOfNeighbours() {
        for (int i = 0; i < 200; i++) {
            String number = numbers.next();
            String digits = number.replaceAll("\\D", "");
            for (int at = 0; at < 10; at++) {
                for (char digit = '0'; digit <= '9'; digit++) {
                    StringBuilder wrong = new StringBuilder(digits);
                    wrong.setCharAt(at, digit);
                    assertThat(ReferralNumber.isValid(written(wrong)))
                            .isEqualTo(wrong.toString().equals(digits));
                }
                if (at > 0 && digits.charAt(at) != digits.charAt(at - 1)) {
                    StringBuilder swapped = new StringBuilder(digits);
                    swapped.setCharAt(at, digits.charAt(at - 1));
                    swapped.setCharAt(at - 1, digits.charAt(at));
                    assertThat(ReferralNumber.isValid(written(swapped))).isFalse();
                }
            }
        }
    }

    @Test
    void refusesOtherWriting() {
        String number = numbers.next();
        assertThat(ReferralNumber.isValid(number.replace("-", ""))).isFalse();
        assertThat(ReferralNumber.isValid(number + "0")).isFalse();
        assertThat(ReferralNumber.isValid(number.toLowerCase(java.util.Locale.ROOT)))
                .isFalse();
        assertThat(ReferralNumber.isValid("")).isFalse();
    }

    private static String written(CharSequence digits) {
        return "WAW-" + digits;
    }
}
