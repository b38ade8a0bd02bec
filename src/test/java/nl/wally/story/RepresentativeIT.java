package nl.wally.story;

import static nl.wally.Answers.ok;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import nl.wally.FhirClient.Answer;
import nl.wally.Messages;
import nl.wally.ReferralLife;
import nl.wally.ServerIT;
import nl.wally.conformance.Canonicals;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.junit.jupiter.api.Test;

/** What the Wally has to know before calling: who speaks for the person, in which language, when, and whether it is safe. */
class RepresentativeIT extends ServerIT {
    private static final String GP = "his-demo-1";
    private static final String OTHER_GP = "his-demo-2";
    private static final String SANNE = "wally-demo-1";
    private static final String JORIS = "wally-demo-2";
    private static final String COORDINATOR = "coordinator-demo";
    private static final String INTERPRETER = "http://hl7.org/fhir/StructureDefinition/patient-interpreterRequired";

    @Test
    void sanneReadsHowToReachTheaBeforeSheCalls() {
        // Given a referral with a sister, an interpreter, a moment, and a phone that is not safe
        ReferralLife thea = careful();

        // Then Sanne reads all of that
        ServiceRequest referral = server.read(SANNE, thea.reference(ServiceRequest.class), ServiceRequest.class);
        assertThat(yes(referral.getExtensionByUrl(Canonicals.EXTENSION_SAFE_TO_CALL)))
                .isFalse();
        assertThat(yes(referral.getExtensionByUrl(Canonicals.EXTENSION_VOICEMAIL_ALLOWED)))
                .isFalse();
        assertThat(yes(referral.getExtensionByUrl(Canonicals.EXTENSION_DISCUSSED_BY_PHONE)))
                .isTrue();
        Patient person = server.read(SANNE, thea.reference(Patient.class), Patient.class);
        assertThat(yes(person.getExtensionByUrl(INTERPRETER))).isTrue();
        assertThat(person.getCommunicationFirstRep()
                        .getLanguage()
                        .getCodingFirstRep()
                        .getCode())
                .isEqualTo("ar");
        assertThat(person.hasExtension(Canonicals.EXTENSION_PREFERRED_MOMENT)).isTrue();
        RelatedPerson sister = server.read(SANNE, thea.reference(RelatedPerson.class), RelatedPerson.class);
        assertThat(sister.getNameFirstRep().getText()).isEqualTo("Ria de Vries");
        assertThat(sister.getPatient().getReference()).isEqualTo(thea.reference(Patient.class));

        // And may call the sister instead
        Communication call = Messages.attempt(thea.task(), "reached");
        call.setRecipient(List.of(new Reference(thea.reference(RelatedPerson.class))));
        assertThat(server.post(SANNE, "/Communication", call).status()).isEqualTo(201);
    }

    @Test
    void whatThePracticeKnowsOfAKnownPersonIsTakenOver() {
        // Given Thea was referred before, without interpreter or sister
        ReferralLife first = ReferralLife.begin(server, 1);

        // When she is referred again
        Bundle again = Messages.fresh(Messages.example("Bundle-TheaReferralCareful", Bundle.class));
        Messages.part(again, Patient.class).setIdentifier(first.person().getIdentifier());
        again.getEntryFirstRep().getRequest().setIfNoneExist(null);
        ReferralLife second = ReferralLife.begin(server, GP, again);

        // Then she is the same person, and the sister speaks for her
        assertThat(second.reference(Patient.class)).isEqualTo(first.reference(Patient.class));
        assertThat(yes(first.person().getExtensionByUrl(INTERPRETER))).isTrue();
        assertThat(first.person().getCommunication()).hasSize(1);
        RelatedPerson sister = server.read(GP, second.reference(RelatedPerson.class), RelatedPerson.class);
        assertThat(sister.getPatient().getReference()).isEqualTo(first.reference(Patient.class));

        // And sent again, it is the same referral with the same sister
        Answer same = server.post(GP, "", again);
        assertThat(same.first(RelatedPerson.class).getIdElement().getIdPart())
                .isEqualTo(sister.getIdElement().getIdPart());
    }

    @Test
    void thePracticeKeepsTheContactDataCorrect() {
        ReferralLife thea = careful();
        Patient person = thea.person();
        person.getExtensionByUrl(INTERPRETER).setValue(new BooleanType(false));
        person.getCommunicationFirstRep()
                .getLanguage()
                .getCodingFirstRep()
                .setCode("nl")
                .setDisplay(null);
        ok(server.put(GP, person));
        assertThat(yes(server.read(SANNE, thea.reference(Patient.class), Patient.class)
                        .getExtensionByUrl(INTERPRETER)))
                .isFalse();

        RelatedPerson sister = sister(GP, thea);
        sister.getTelecomFirstRep().setValue("06-00009999");
        sister.getExtension().clear();
        ok(server.put(GP, sister));
        assertThat(server.put(GP, sister).status()).as("the version is old").isEqualTo(412);
        for (String client : List.of(GP, SANNE, JORIS)) {
            List<RelatedPerson> found = server.get(client, "/RelatedPerson?patient=" + thea.reference(Patient.class))
                    .all(RelatedPerson.class);
            assertThat(found).as(client + " finds it").hasSize(1);
            assertThat(found.get(0).getTelecomFirstRep().getValue()).isEqualTo("06-00009999");
        }
        String path = "/" + thea.reference(RelatedPerson.class) + "/_history";
        assertThat(server.get(SANNE, path).all(RelatedPerson.class)).hasSize(2);
        assertThat(server.get(SANNE, path + "/1").status()).isEqualTo(200);

        assertThat(server.put(SANNE, sister(SANNE, thea)).problems()).containsExactly("forbidden");
        RelatedPerson moved = sister(GP, thea);
        moved.getPatient().setReference(ReferralLife.begin(server, 1).reference(Patient.class));
        assertThat(server.put(GP, moved).problems()).containsExactly("element-immutable");
    }

    @Test
    void nobodyElseSeesWhoSpeaksForThea() {
        ReferralLife thea = careful();
        String sister = thea.reference(RelatedPerson.class);
        for (String client : List.of(OTHER_GP, COORDINATOR)) {
            for (String version : List.of("", "/_history", "/_history/1")) {
                assertThat(server.get(client, "/" + sister + version).status())
                        .as(client + version)
                        .isEqualTo(404);
            }
            assertThat(server.get(client, "/RelatedPerson?patient=" + thea.reference(Patient.class))
                            .all(RelatedPerson.class))
                    .isEmpty();
        }
        RelatedPerson seen = sister(GP, thea);
        assertThat(server.put(OTHER_GP, seen).status()).isEqualTo(404);
    }

    @Test
    void aRepresentativeIsSentWithTheReferralAndSpeaksForItsPerson() {
        assertThat(server.post(GP, "/RelatedPerson", withoutId(sister(GP, careful())))
                        .problems())
                .containsExactly("bundle-required");

        Bundle ofAnother = Messages.fresh(Messages.example("Bundle-TheaReferralCareful", Bundle.class));
        String another = ReferralLife.begin(server, 1).reference(Patient.class);
        Messages.part(ofAnother, RelatedPerson.class).getPatient().setReference(another);
        assertThat(server.post(GP, "", ofAnother).problems()).containsExactly("bundle-incomplete");

        Bundle three = Messages.fresh(Messages.example("Bundle-TheaReferralCareful", Bundle.class));
        for (int more = 0; more < 2; more++) {
            RelatedPerson other = Messages.part(three, RelatedPerson.class).copy();
            three.addEntry()
                    .setFullUrl("urn:uuid:" + UUID.randomUUID())
                    .setResource(other)
                    .getRequest()
                    .setMethod(Bundle.HTTPVerb.POST)
                    .setUrl("RelatedPerson");
        }
        assertThat(server.post(GP, "", three).problems()).containsExactly("bundle-incomplete");
    }

    @Test
    void consentIsGivenByThePersonOrWhoSpeaksForThatPerson() {
        String somebody = careful().reference(RelatedPerson.class);
        Bundle bundle = Messages.referral(1);
        Messages.part(bundle, org.hl7.fhir.r4.model.Consent.class).setPerformer(List.of(new Reference(somebody)));
        assertThat(server.post(GP, "", bundle).problems()).containsExactly("consent-missing");
    }

    private ReferralLife careful() {
        return ReferralLife.begin(
                server, GP, Messages.fresh(Messages.example("Bundle-TheaReferralCareful", Bundle.class)));
    }

    private RelatedPerson sister(String client, ReferralLife thea) {
        return server.read(client, thea.reference(RelatedPerson.class), RelatedPerson.class);
    }

    private static RelatedPerson withoutId(RelatedPerson person) {
        person.setId((String) null);
        return person;
    }

    private static boolean yes(Extension extension) {
        return ((BooleanType) extension.getValue()).booleanValue();
    }
}
