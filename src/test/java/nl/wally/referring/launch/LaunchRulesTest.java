package nl.wally.referring.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import nl.wally.conformance.Canonicals;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.HumanName.NameUse;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.Test;

/** W-10: no more is taken of what a HIS tells than a referral may carry. */
class LaunchRulesTest {
    @Test
    void leavesTheBsnAndTheRestOfTheRecordInTheHis() {
        Patient told = new Patient();
        told.addIdentifier().setSystem(Canonicals.BSN).setValue("999990007");
        told.addIdentifier().setSystem(Canonicals.BSN_OID).setValue("999990007");
        told.addIdentifier().setSystem("http://his.example/patients").setValue("4711");
        told.addGeneralPractitioner(new Reference("Practitioner/1"));
        told.addContact().setName(new HumanName().setFamily("Buur"));
        told.addExtension("http://his.example/diagnosis", new StringType("P76"));
        told.addTelecom(new ContactPoint().setSystem(ContactPointSystem.FAX).setValue("1"));
        told.addTelecom(new ContactPoint().setValue("of no kind"));
        told.addTelecom(new ContactPoint().setSystem(ContactPointSystem.PHONE).setValue("2"));

        Patient needed = LaunchRules.needed(told);
        assertThat(needed.getIdentifier()).extracting(Identifier::getValue).containsExactly("4711");
        assertThat(needed.getTelecom()).extracting(ContactPoint::getValue).containsExactly("2");
        assertThat(needed.hasGeneralPractitioner() || needed.hasContact() || needed.hasExtension())
                .isFalse();
    }

    @Test
    void takesTheNameThatCounts() {
        Patient told = new Patient();
        told.addName().setUse(NameUse.OLD).setFamily("Vroeger");
        told.addName().setUse(NameUse.NICKNAME).setFamily("Bijnaam");
        told.addName().setUse(NameUse.OFFICIAL).setFamily("Vos").addGiven("Thea");
        assertThat(LaunchRules.needed(told).getName())
                .singleElement()
                .satisfies(name -> assertThat(name.getNameAsSingleString()).isEqualTo("Thea Vos"));
        assertThat(LaunchRules.needed(new Patient()).hasName()).isFalse();
    }

    @Test
    void takesNoDiagnosisAndOfAFinerCodeItsBeginning() {
        assertThat(LaunchRules.reasons(
                        Arrays.asList("Z01.02", "P76", null, "P06", "Z01"), Set.of("Z01", "P06")::contains))
                .extracting(Coding::getCode)
                .containsExactly("Z01", "P06");
    }

    @Test
    void callsAReferralAsTheHisDoesInASystemOfItsOwn() {
        assertThat(LaunchRules.transaction(
                        new Identifier().setSystem("http://his.example/r").setValue("1")))
                .isPresent();
        assertThat(LaunchRules.transaction(new Identifier().setValue("1"))).isEmpty();
        assertThat(LaunchRules.transaction(
                        new Identifier().setSystem(Canonicals.BSN).setValue("1")))
                .isEmpty();
    }
}
