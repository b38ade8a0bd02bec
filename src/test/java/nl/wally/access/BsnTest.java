package nl.wally.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.Caller.Capacity;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Test;

/** W-10: where the BSN is accepted at all, it is not for the eyes of the social worker. */
class BsnTest {
    private static final Shown WALLY = RightsTable.load().shown(Capacity.SOCIAL_WORKER, "Patient");
    private static final Shown GP = RightsTable.load().shown(Capacity.PRACTICE, "Patient");

    @Test
    void theWallySeesThePersonWithoutIt() {
        for (String system : List.of(
                Canonicals.BSN, Canonicals.BSN_OID, Canonicals.BSN.replace("http:", "HTTPS:"), Canonicals.BSN + "/")) {
            Patient whole = person(system);
            Patient seen = (Patient) MaskRules.show(WALLY, whole);
            assertThat(seen.getIdentifier()).extracting("value").containsExactly("4711");
            assertThat(seen.getMeta().getTagFirstRep().getCode()).isEqualTo("SUBSETTED");
            assertThat(seen.getNameFirstRep().getText()).isEqualTo("Thea");
            assertThat(whole.getIdentifier()).hasSize(2);
            assertThat(whole.getMeta().hasTag()).isFalse();
            assertThat(MaskRules.show(GP, whole)).isSameAs(whole);
        }
    }

    @Test
    void theWallyDoesNotFindThePersonByIt() {
        Patient whole = person(Canonicals.BSN);
        assertThat(MaskRules.mayFind(WALLY, whole, List.of("identifier"))).isFalse();
        assertThat(MaskRules.mayFind(WALLY, whole, List.of("_id", "organization")))
                .isTrue();
        assertThat(MaskRules.mayFind(GP, whole, List.of("identifier"))).isTrue();
        assertThat(MaskRules.isUnwritable(WALLY, whole)).isTrue();
    }

    @Test
    void whoHasNoneIsSeenWhole() {
        Patient without = person("http://example.org/numbers");
        assertThat(MaskRules.show(WALLY, without)).isSameAs(without);
        assertThat(MaskRules.mayFind(WALLY, without, List.of("identifier"))).isTrue();
    }

    private static Patient person(String system) {
        Patient person = new Patient();
        person.setId("Patient/thea");
        person.addName().setText("Thea");
        person.addIdentifier().setSystem("http://example.org/patients").setValue("4711");
        person.addIdentifier().setSystem(system).setValue("999911120");
        return person;
    }
}
