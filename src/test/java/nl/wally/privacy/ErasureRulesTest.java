package nl.wally.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.wally.shared.Caller;
import nl.wally.shared.Caller.Capacity;
import org.junit.jupiter.api.Test;

class ErasureRulesTest {
    private static final String PRACTICE = "Organization/practice-1";
    private static final String SOCIAL = "Organization/social-1";
    private static final String OTHER = "Organization/social-2";

    @Test
    void practiceDecidesOnItsOwnPersons() {
        assertThat(ErasureRules.mayDecide(officer(PRACTICE), PRACTICE, List.of(SOCIAL, OTHER)))
                .isTrue();
        assertThat(ErasureRules.mayDecide(officer(PRACTICE), PRACTICE, List.of()))
                .isTrue();
    }

    @Test
    void organisationDecidesOnlyOnWhatItCoordinatesAlone() {
        assertThat(ErasureRules.mayDecide(officer(SOCIAL), PRACTICE, List.of(SOCIAL)))
                .isTrue();
        assertThat(ErasureRules.mayDecide(officer(SOCIAL), PRACTICE, List.of(SOCIAL, OTHER)))
                .isFalse();
        assertThat(ErasureRules.mayDecide(officer(SOCIAL), PRACTICE, List.of())).isFalse();
    }

    @Test
    void bothSidesAccountForIt() {
        assertThat(ErasureRules.isInvolved(officer(SOCIAL), PRACTICE, List.of(SOCIAL, OTHER)))
                .isTrue();
        assertThat(ErasureRules.isInvolved(officer(PRACTICE), PRACTICE, List.of(SOCIAL)))
                .isTrue();
        assertThat(ErasureRules.isInvolved(officer(OTHER), PRACTICE, List.of(SOCIAL)))
                .isFalse();
    }

    private static Caller officer(String organization) {
        return new Caller("officer", organization, null, Capacity.PRIVACY_OFFICER);
    }
}
