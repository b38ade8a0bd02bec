package nl.wally.story;

import static nl.wally.Answers.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import nl.wally.Messages;
import nl.wally.ServerIT;
import nl.wally.conformance.Canonicals;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.junit.jupiter.api.Test;

/** One person is one Patient of the practice, however the referral is put. */
class KnownPersonIT extends ServerIT {
    private static final String GP = "his-demo-1";

    @Test
    void takesAConditionThatIsWrittenAsInAUrl() {
        Bundle first = Messages.referral(1);
        var sent = server.post(GP, "", first);
        assertThat(sent.status()).as(sent.body()).isEqualTo(200);

        Bundle second = Messages.referral(1);
        Identifier number = Messages.part(first, Patient.class).getIdentifierFirstRep();
        Messages.part(second, Patient.class).getIdentifierFirstRep().setValue(number.getValue());
        entry(second)
                .getRequest()
                .setIfNoneExist("identifier="
                        + URLEncoder.encode(number.getSystem() + "|" + number.getValue(), StandardCharsets.UTF_8));
        var again = server.post(GP, "", second);
        assertThat(again.status()).as(again.body()).isEqualTo(200);
        assertThat(again.first(Patient.class).getIdElement().getIdPart())
                .isEqualTo(sent.first(Patient.class).getIdElement().getIdPart());
        assertThat(again.resource(Bundle.class).getEntryFirstRep().getResponse().getStatus())
                .as("nothing was created")
                .startsWith("200");
    }

    @Test
    void refersNobodyElseByANumberThatIsMistyped() {
        Bundle first = Messages.referral(1);
        var sent = server.post(GP, "", first);
        Bundle second = Messages.referral(1);
        Patient other = Messages.part(second, Patient.class);
        other.setIdentifier(Messages.part(first, Patient.class).getIdentifier());
        entry(second).getRequest().setIfNoneExist(null);
        other.setBirthDateElement(new DateType("1999-12-31"));
        other.getTelecomFirstRep().setValue("06-00008888");
        refused(server.post(GP, "", second), 409, "duplicate");
        Patient stored = sent.first(Patient.class);
        assertThat(server.read(GP, "Patient/" + stored.getIdElement().getIdPart(), Patient.class)
                        .getTelecomFirstRep()
                        .getValue())
                .isNotEqualTo("06-00008888");
    }

    @Test
    void keepsWhatIsNotToldAgain() {
        Bundle first = Messages.referral(1);
        Messages.part(first, Patient.class).addAddress().setCity("Deventer");
        var sent = server.post(GP, "", first);
        assertThat(sent.status()).as(sent.body()).isEqualTo(200);
        Bundle second = Messages.referral(1);
        Patient again = Messages.part(second, Patient.class);
        again.setIdentifier(Messages.part(first, Patient.class).getIdentifier());
        entry(second).getRequest().setIfNoneExist(null);
        again.setAddress(null);
        assertThat(server.post(GP, "", second).status()).isEqualTo(200);
        Patient known = server.read(
                GP, "Patient/" + sent.first(Patient.class).getIdElement().getIdPart(), Patient.class);
        assertThat(known.getAddress()).extracting("city").contains("Deventer");
    }

    @Test
    void knowsAPersonByEachOfTwoNumbers() {
        Bundle first = Messages.referral(1);
        var sent = server.post(GP, "", first);
        Identifier known = Messages.part(first, Patient.class).getIdentifierFirstRep();

        Bundle second = Messages.referral(1);
        Patient person = Messages.part(second, Patient.class);
        person.addIdentifier().setSystem(known.getSystem()).setValue(known.getValue());
        var again = server.post(GP, "", second);
        assertThat(again.status()).as(again.body()).isEqualTo(200);
        assertThat(again.first(Patient.class).getIdElement().getIdPart())
                .isEqualTo(sent.first(Patient.class).getIdElement().getIdPart());
    }

    @Test
    void refusesAReferralThatUpdatesItsPatient() {
        var sent = server.post(GP, "", Messages.referral(1));
        Patient known = sent.first(Patient.class);
        Bundle second = Messages.referral(1);
        BundleEntryComponent entry = entry(second);
        entry.setResource(known)
                .getRequest()
                .setMethod(Bundle.HTTPVerb.PUT)
                .setUrl("Patient/" + known.getIdElement().getIdPart())
                .setIfMatch("W/\"1\"")
                .setIfNoneExist(null);
        var refused = server.post(GP, "", second);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.problems()).containsExactly("bundle-incomplete");
    }

    @Test
    void aReferralNumberThatTheSenderMadeUpIsNotTaken() {
        Bundle bundle = Messages.referral(1);
        String madeUp = "WAW-" + UUID.randomUUID().toString().replaceAll("[^0-9]", "");
        Messages.part(bundle, ServiceRequest.class)
                .addIdentifier()
                .setSystem(Canonicals.REFERRAL_NUMBER)
                .setValue(madeUp);
        var sent = server.post(GP, "", bundle);
        assertThat(sent.status()).as(sent.body()).isEqualTo(200);
        assertThat(sent.first(ServiceRequest.class).getIdentifier())
                .filteredOn(identifier -> Canonicals.REFERRAL_NUMBER.equals(identifier.getSystem()))
                .hasSize(1)
                .noneMatch(identifier -> madeUp.equals(identifier.getValue()));
    }

    private static BundleEntryComponent entry(Bundle bundle) {
        return bundle.getEntry().stream()
                .filter(entry -> entry.getResource() instanceof Patient)
                .findFirst()
                .orElseThrow();
    }
}
