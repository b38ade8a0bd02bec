package nl.wally.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @Test
    void isWrittenAsTheProfilesDemand() throws IOException {
        String profile = Files.readString(Path.of("profiles", "StructureDefinition-waw-referral-task.json"));
        var pattern = Pattern.compile("matches\\('(\\^WAW-[^']+)'\\)").matcher(profile);

        assertThat(pattern.find()).isTrue();
        assertThat(new ReferralNumber(new Random(1)).next()).matches(pattern.group(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"examples/Task-TheaRequested", "counter-examples/Task-IdentifierChanged"})
    void isValidInTheExamples(String file) throws IOException {
        String example = Files.readString(Path.of("profiles", file + ".json"));
        var number = Pattern.compile("WAW-[0-9]+").matcher(example);

        assertThat(number.find()).isTrue();
        assertThat(ReferralNumber.isValid(number.group())).isTrue();
    }
}
