package nl.wally.story;

import static nl.wally.Answers.ok;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import nl.wally.Absence;
import nl.wally.FhirClient.Answer;
import nl.wally.ReferralLife;
import nl.wally.ServerIT;
import nl.wally.conformance.Canonicals;
import nl.wally.workflow.Guard;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;

/** Sanne is not always there: Joris, the fixed substitute, takes over and hands back (W-1). */
class SubstituteIT extends ServerIT {
    private static final String SANNE = "wally-demo-1";
    private static final String JORIS = "wally-demo-2";
    private static final String SANNE_ROLE = "PractitionerRole/wally-1";
    private static final String JORIS_ROLE = "PractitionerRole/wally-2";

    @Test
    void jorisReceivesWhileSanneIsOnHoliday() {
        ReferralLife thea;
        try (Absence holiday = Absence.of(server, SANNE_ROLE)) {
            // Given Sanne is on holiday, when the GP refers, then Joris receives it
            thea = ReferralLife.begin(server, 1);
            assertThat(owner(thea)).isEqualTo(JORIS_ROLE);
            assertThat(thea.task().getExtensionByUrl(Canonicals.EXTENSION_UNATTENDED))
                    .isNull();
            ok(thea.step(JORIS, TaskStatus.ACCEPTED, Set.of()));
        }

        // When Sanne is back, then Joris is still the one: nothing is taken away from him
        Answer step = thea.step(SANNE, TaskStatus.INPROGRESS, Set.of());
        assertThat(step.status()).isEqualTo(403);
        assertThat(step.problems()).containsExactly("forbidden");
        assertThat(owner(thea)).isEqualTo(JORIS_ROLE);

        // When Joris hands over to her, then she goes on, and it is written down
        ok(thea.change(JORIS, task -> task.setOwner(new Reference(SANNE_ROLE))));
        assertThat(owner(thea)).isEqualTo(SANNE_ROLE);
        assertThat(progress(thea)).isEqualTo("handed-over");
        assertThat(thea.request().getSender().getReference()).isEqualTo(SANNE_ROLE);
        assertThat(thea.provenance())
                .extracting(entry -> entry.getActivity().getText())
                .contains("handed-over");
        ok(thea.step(SANNE, TaskStatus.INPROGRESS, Set.of()));
        ok(thea.step(SANNE, TaskStatus.COMPLETED, EnumSet.of(Guard.G_FEEDBACK, Guard.G_OUTCOME)));
    }

    @Test
    void jorisStepsInOnWhatSanneOwnsAndHandsBack() {
        // Given Sanne has accepted Thea's referral
        ReferralLife thea = ReferralLife.begin(server, 1);
        ok(thea.step(SANNE, TaskStatus.ACCEPTED, Set.of()));
        String due = due(thea);

        // While she is there, Joris cannot take it
        assertThat(thea.step(JORIS, TaskStatus.INPROGRESS, Set.of()).status()).isEqualTo(403);

        // When she falls ill, then his first step makes him the owner, and the promised date stays
        try (Absence illness = Absence.of(server, SANNE_ROLE)) {
            ok(thea.step(JORIS, TaskStatus.INPROGRESS, Set.of()));
        }
        assertThat(owner(thea)).isEqualTo(JORIS_ROLE);
        assertThat(progress(thea)).isEqualTo("handed-over");
        assertThat(due(thea)).isEqualTo(due);
        Provenance taken = thea.provenance().get(thea.provenance().size() - 1);
        assertThat(taken.getAgentFirstRep().getWho().getReference()).isEqualTo(JORIS_ROLE);

        // And he hands it back
        ok(thea.change(JORIS, task -> task.setOwner(new Reference(SANNE_ROLE))));
        assertThat(owner(thea)).isEqualTo(SANNE_ROLE);
        assertThat(thea.step(JORIS, TaskStatus.ONHOLD, EnumSet.of(Guard.G_REASON, Guard.G_RESUME))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void whileJorisOwnsItAndIsAwaySanneStandsInForHim() {
        ReferralLife thea;
        try (Absence holiday = Absence.of(server, SANNE_ROLE)) {
            thea = ReferralLife.begin(server, 1);
            ok(thea.step(JORIS, TaskStatus.ACCEPTED, Set.of()));
        }
        try (Absence illness = Absence.of(server, JORIS_ROLE)) {
            ok(thea.step(SANNE, TaskStatus.INPROGRESS, Set.of()));
        }
        assertThat(owner(thea)).isEqualTo(SANNE_ROLE);
    }

    @Test
    void aReferralIsNeverDroppedWhenNobodyIsThere() {
        ReferralLife thea;
        try (Absence holiday = Absence.of(server, SANNE_ROLE);
                Absence illness = Absence.of(server, JORIS_ROLE)) {
            // Given both are away, when the GP refers, then it is accepted, flagged, and waits for Sanne
            thea = ReferralLife.begin(server, 1);
            assertThat(owner(thea)).isEqualTo(SANNE_ROLE);
            assertThat(thea.task().getExtensionByUrl(Canonicals.EXTENSION_UNATTENDED))
                    .isNotNull();
            assertThat(due(thea)).isNotBlank();

            // And the coordinator finds it
            var found = server.get(
                    "coordinator-demo",
                    "/Task?unattended=gt2026-01-01&_id="
                            + thea.task().getIdElement().getIdPart());
            assertThat(found.all(Task.class)).as(found.body()).hasSize(1);
        }
        // Who comes back first can begin, and with that it is looked after
        ok(thea.step(SANNE, TaskStatus.ACCEPTED, Set.of()));
        assertThat(thea.task().getExtensionByUrl(Canonicals.EXTENSION_UNATTENDED))
                .isNull();
    }

    private static String owner(ReferralLife life) {
        return life.task().getOwner().getReference();
    }

    private static String progress(ReferralLife life) {
        return life.task().getBusinessStatus().getCodingFirstRep().getCode();
    }

    private static String due(ReferralLife life) {
        return life.task()
                .getExtensionByUrl(Canonicals.EXTENSION_FIRST_CONTACT_DUE)
                .getValue()
                .primitiveValue();
    }
}
