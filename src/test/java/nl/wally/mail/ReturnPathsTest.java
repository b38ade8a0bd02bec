package nl.wally.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.wally.mail.ReturnPaths.Claimed;
import org.junit.jupiter.api.Test;

class ReturnPathsTest {
    private static final String ADDRESS = "sanne@social.example";
    private static final List<String> RECEIVERS = List.of(
            "PractitionerRole/wally-1",
            "Organization/practice-1",
            "PractitionerRole/0b5f2c7e-3c0b-4f43-9b0c-6a1d2f1e8a55");

    private final ReturnPaths paths = new ReturnPaths("bounces@wally.example", new byte[32]);

    @Test
    void tellWhoseLetterCameBack() {
        for (String receiver : RECEIVERS) {
            String address = paths.of(receiver, ADDRESS);
            assertThat(address.substring(0, address.indexOf('@'))).as(address).hasSizeLessThanOrEqualTo(64);
            Claimed claimed = ReturnPaths.in("Delivered-To: <" + address + ">").orElseThrow();
            assertThat(claimed.reference()).isEqualTo(receiver);
            assertThat(paths.isTrue(claimed, ADDRESS)).isTrue();
        }
    }

    @Test
    void aStrangerSilencesNobody() {
        Claimed made = ReturnPaths.in(
                        paths.of(RECEIVERS.get(0), ADDRESS).replaceAll("-[0-9a-f]{16}@", "-0123456789abcdef@"))
                .orElseThrow();
        assertThat(paths.isTrue(made, ADDRESS)).isFalse();
        Claimed other = new Claimed(
                RECEIVERS.get(1),
                ReturnPaths.in(paths.of(RECEIVERS.get(0), ADDRESS))
                        .orElseThrow()
                        .mac());
        assertThat(paths.isTrue(other, ADDRESS)).isFalse();
    }

    @Test
    void aReportAboutAnAddressOfBeforeMeansNothing() {
        Claimed old = ReturnPaths.in(paths.of(RECEIVERS.get(0), ADDRESS)).orElseThrow();
        assertThat(paths.isTrue(old, "bakker@social.example")).isFalse();
    }

    @Test
    void otherAddressesNameNobody() {
        assertThat(ReturnPaths.in("bounces@wally.example, bounces+x1-00@wally.example"))
                .isEmpty();
    }
}
