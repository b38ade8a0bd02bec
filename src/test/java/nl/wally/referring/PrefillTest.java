package nl.wally.referring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import nl.wally.conformance.Canonicals;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.junit.jupiter.api.Test;

/** What a HIS told stands in the form, and one launch makes one message. */
class PrefillTest {
    private static final String PATIENTS = "http://his.example/patients";
    private static final String REFERRALS = "http://his.example/referrals";
    private static final Instant NOW = Instant.parse("2026-11-30T09:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);
    private static final Sender SENDER =
            new Sender("Organization/practice-1", "PractitionerRole/gp-1", PATIENTS, REFERRALS + "/own");

    @Test
    void fillsInWhatTheHisTold() {
        Draft draft = launched(thea(), Optional.of(number(REFERRALS, "V-1")));

        assertThat(draft.person())
                .isEqualTo(new Draft.Person(
                        PATIENTS, "4711", "Thea", "Vos", "1970-04-01", "female", "Brink 1", "Deventer", "", false));
        assertThat(draft.reach().phone()).isEqualTo("06 12345678");
        assertThat(draft.ask().told()).containsExactly("Z01", "P06");
        assertThat(draft.placer()).isEqualTo("V-1");
        assertThat(draft.agreement().day()).isEqualTo("2026-11-30");
        assertThat(draft.agreement().permits()).as("W-2: to be asked").isEmpty();
        assertThat(draft.isLaunched()).isTrue();
    }

    @Test
    void leavesEmptyWhatTheHisDidNotTell() {
        Patient somebody = new Patient().setBirthDateElement(new DateType("1970"));
        somebody.addName().setText("Thea Vos");
        Draft draft = launched(somebody, Optional.empty());

        assertThat(draft.person()).isEqualTo(new Draft.Person("", "", "", "Thea Vos", "", "", "", "", "", false));
        assertThat(draft.isLaunched()).isFalse();
        assertThat(draft.placer()).hasSize(36);
    }

    @Test
    void sendsTheNumberOfTheHisAsItsOwn() {
        Draft draft = launched(thea(), Optional.of(number(REFERRALS, "V-1")));
        Bundle message = message(draft);

        ServiceRequest referral = (ServiceRequest) message.getEntry().get(2).getResource();
        assertThat(referral.getIdentifierFirstRep().getSystem()).isEqualTo(REFERRALS);
        assertThat(referral.getIdentifierFirstRep().getValue()).isEqualTo("V-1");
        assertThat(referral.getReasonCode())
                .extracting(reason -> reason.getCodingFirstRep().getCode())
                .containsExactly("Z01", "P06");
        assertThat(message(draft).equalsDeep(message)).as("to the letter").isTrue();
    }

    @Test
    void sendsTheNumberOfAFormInTheSystemOfThePractice() {
        ServiceRequest referral = (ServiceRequest)
                message(Prefill.empty(NOW, TODAY)).getEntry().get(2).getResource();
        assertThat(referral.getIdentifierFirstRep().getSystem()).isEqualTo(SENDER.referrals());
    }

    private static Draft launched(Patient patient, Optional<Identifier> transaction) {
        List<Coding> reasons = List.of(
                new Coding().setSystem(Canonicals.ICPC_1_NL).setCode("Z01"),
                new Coding().setSystem(Canonicals.ICPC_1_NL).setCode("P06"));
        return Prefill.of(new LaunchContext(patient, reasons, transaction), PATIENTS, NOW, TODAY);
    }

    private static Bundle message(Draft draft) {
        return ReferralMessage.of(draft, SENDER, NOW, TimeZone.getTimeZone("Europe/Amsterdam"));
    }

    private static Patient thea() {
        Patient thea =
                new Patient().setGender(AdministrativeGender.FEMALE).setBirthDateElement(new DateType("1970-04-01"));
        thea.addIdentifier(number("http://other.example", "1")).addIdentifier(number(PATIENTS, "4711"));
        thea.addName().setFamily("Vos").addGiven("Thea");
        thea.addTelecom().setSystem(ContactPointSystem.EMAIL).setValue("thea@example.org");
        thea.addTelecom().setSystem(ContactPointSystem.PHONE).setValue("06 12345678");
        thea.addAddress().setCity("Deventer").addLine("Brink 1");
        return thea;
    }

    private static Identifier number(String system, String value) {
        return new Identifier().setSystem(system).setValue(value);
    }
}
