package nl.wally.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nl.wally.FhirClient.Answer;
import nl.wally.Messages;
import nl.wally.ReferralLife;
import nl.wally.ServerIT;
import nl.wally.conformance.Canonicals;
import nl.wally.workflow.Guard;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;

/** What is said between Wally and GP stays as it was said, and reaches whom it is meant for. */
class CommunicationIT extends ServerIT {
    private static final String GP = "his-demo-1";
    private static final String SANNE = "wally-demo-1";

    @Test
    void theGpDoesNotRewriteNarrativeOrTagsWhileConfirming() {
        Communication feedback = ended().feedback().get(0);
        feedback.addExtension(Messages.read("PractitionerRole/gp-1"));
        feedback.getText().setStatus(org.hl7.fhir.r4.model.Narrative.NarrativeStatus.ADDITIONAL);
        feedback.getText().setDivAsString("<div xmlns=\"http://www.w3.org/1999/xhtml\">Iets anders.</div>");
        feedback.getMeta().addTag("http://example.org/tags", "mine", "mine");
        feedback.getMeta().addSecurity("http://example.org/labels", "mine", "mine");

        assertOk(server.put(GP, feedback));

        Communication stored = server.read(SANNE, reference(feedback), Communication.class);
        assertThat(stored.getExtensionsByUrl(Canonicals.EXTENSION_READ)).hasSize(1);
        assertThat(stored.hasText()).isFalse();
        assertThat(stored.getMeta().getTag()).isEmpty();
        assertThat(stored.getMeta().getSecurity()).isEmpty();
    }

    @Test
    void theSystemOfAPracticeConfirmsOnlyForThePracticeAndWhoWorksThere() {
        String reference = reference(ended().feedback().get(0));
        for (String stranger : List.of(
                "PractitionerRole/gp-2",
                "PractitionerRole/wally-1",
                "Practitioner/gp-2",
                "Practitioner/wally-1",
                "Organization/practice-2")) {
            Answer refused = confirm(reference, stranger);
            assertThat(refused.status()).as(stranger).isEqualTo(403);
            assertThat(refused.problems()).as(stranger).containsExactly("forbidden");
        }
        for (String reader : List.of("PractitionerRole/gp-1", "Practitioner/gp-1", "Organization/practice-1")) {
            assertOk(confirm(reference, reader));
        }
    }

    private Answer confirm(String reference, String reader) {
        Communication read = server.read(GP, reference, Communication.class);
        read.addExtension(Messages.read(reader));
        return server.put(GP, read);
    }

    private ReferralLife ended() {
        ReferralLife thea = ReferralLife.begin(server, 1);
        assertOk(thea.step(SANNE, TaskStatus.ACCEPTED, Set.of()));
        assertOk(thea.step(SANNE, TaskStatus.COMPLETED, EnumSet.of(Guard.G_FEEDBACK, Guard.G_OUTCOME)));
        return thea;
    }

    private static String reference(Communication said) {
        return "Communication/" + said.getIdElement().getIdPart();
    }

    private static void assertOk(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }
}
