package nl.wally.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.wally.FhirClient.Answer;
import nl.wally.Messages;
import nl.wally.ServerIT;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;

/** The examples of a consent withdrawn, in their situation. */
class ConsentExamplesIT extends ServerIT {
    static final List<String> EXAMPLES =
            List.of("Consent-TheaConsentWithdrawn", "Task-TheaConsentGone", "Communication-TheaConsentNotice");

    @Test
    void whatFollowsLooksAsTheGuideSays() {
        var thea = TheaOnServer.referred(server);
        Likeness likeness = Likeness.of(context);
        Consent given = server.read(TheaOnServer.SANNE, thea.reference("Consent"), Consent.class);
        Consent wanted = thea.translated(Messages.example("Consent-TheaConsentWithdrawn", Consent.class));
        wanted.setId(given.getIdElement());
        wanted.setMeta(given.getMeta());

        Answer withdrawn = server.put(TheaOnServer.SANNE, wanted);

        assertThat(withdrawn.status()).as(withdrawn.body()).isEqualTo(200);
        assertThatIs(likeness, withdrawn.resource(), "Consent-TheaConsentWithdrawn");
        assertThatIs(
                likeness, server.read(TheaOnServer.GP, thea.reference("Task"), Task.class), "Task-TheaConsentGone");
        Answer notices = server.get(
                TheaOnServer.SANNE, "/Communication?category=closing-notice&patient=" + thea.reference("Patient"));
        assertThatIs(likeness, notices.first(Communication.class), "Communication-TheaConsentNotice");
    }

    private static void assertThatIs(Likeness likeness, Resource resource, String example) {
        likeness.requireValid(resource);
        Likeness.looksLike(resource, example);
    }
}
