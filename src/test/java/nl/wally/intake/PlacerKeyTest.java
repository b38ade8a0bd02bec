package nl.wally.intake;

import static org.assertj.core.api.Assertions.assertThat;

import nl.wally.conformance.Canonicals;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.junit.jupiter.api.Test;

class PlacerKeyTest {
    @Test
    void isThePracticeAndItsOwnNumber() {
        assertThat(PlacerKey.of(Referrals.thea().referral(), Referrals.PRACTICE))
                .contains(new PlacerKey(Referrals.PRACTICE, Referrals.REFERRAL_SYSTEM, "2026-1"));
    }

    @Test
    void needsSystemAndValueOfTypePlacer() {
        ServiceRequest referral = Referrals.thea().referral();
        Identifier placer = referral.getIdentifierFirstRep();
        placer.setValue("");
        assertThat(PlacerKey.of(referral, Referrals.PRACTICE)).isEmpty();
        placer.setValue("2026-1").setSystem(null);
        assertThat(PlacerKey.of(referral, Referrals.PRACTICE)).isEmpty();
        placer.setSystem(Canonicals.REFERRAL_NUMBER).setType(null);
        assertThat(PlacerKey.of(referral, Referrals.PRACTICE)).isEmpty();
    }
}
