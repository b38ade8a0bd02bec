package nl.wally.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import nl.wally.FhirClient.Answer;
import nl.wally.Messages;
import nl.wally.ServerIT;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;

/** Examples of what goes with a referral and stands beside it, taken in and stored as the guide says. */
class ExamplesBesideIT extends ServerIT {
    @Test
    void keepsWhoSpeaksForThePerson() {
        var thea = TheaOnServer.referred(
                server, Messages.fresh(Messages.example("Bundle-TheaReferralCareful", Bundle.class)));

        Resource stored = server.read(TheaOnServer.GP, thea.reference("RelatedPerson"), Resource.class);

        Likeness.of(context).requireValid(stored);
        Likeness.looksLike(stored, "RelatedPerson-TheaSister");
    }

    @Test
    void takesInWhatWasClarified() {
        var thea = TheaOnServer.referred(server).inStatus("in-progress");
        var example = thea.translated(
                Messages.example("QuestionnaireResponse-TheaClarification", QuestionnaireResponse.class));
        example.setId((String) null);

        Answer answer = server.post(TheaOnServer.SANNE, "/QuestionnaireResponse", example);

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        Likeness.of(context).requireValid(answer.resource());
        Likeness.looksLike(answer.resource(), "QuestionnaireResponse-TheaClarification");
    }

    @Test
    void letsTheCoordinatorAddARole() {
        var role = Messages.example("PractitionerRole-absent-wally", PractitionerRole.class);
        role.setId((String) null);

        Answer answer = server.post("coordinator-demo", "/PractitionerRole", role);

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        Likeness.of(context).requireValid(answer.resource());
        Likeness.looksLike(answer.resource(), "PractitionerRole-absent-wally");
    }
}
