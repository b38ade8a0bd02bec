package nl.wally.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import nl.wally.Messages;
import nl.wally.shared.Refusal;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A reference may lead only to the types that the profile names, though its target is not looked at. */
class ReferenceTypesTest {
    private static ProfileValidator validator;

    @BeforeAll
    static void load() {
        FhirContext context = FhirContext.forR4Cached();
        validator = new ProfileValidator(context, new Definitions(context));
    }

    @Test
    void refusesAConsentGivenByAPractitionerRole() {
        Consent consent = Messages.example("Consent-TheaConsent", Consent.class);
        assertThat(validator.check(consent)).isEmpty();
        consent.getPerformerFirstRep().setReference("PractitionerRole/gp-1");
        assertThat(validator.check(consent)).extracting(Refusal::expression).containsOnly("Consent.performer[0]");
    }

    @Test
    void refusesATaskOwnedByAnOrganization() {
        Task task = Messages.example("Task-TheaAccepted", Task.class);
        assertThat(validator.check(task)).isEmpty();
        task.getOwner().setReference("Organization/social-1");
        assertThat(validator.check(task)).extracting(Refusal::expression).containsOnly("Task.owner");
    }
}
