package nl.wally.worklist.onward;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.Codes;
import nl.wally.worklist.onward.OnwardRules.Form;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;

/** Where a person goes is recorded once, with how; and nothing of the hand-over where the GP may not know (W-5, W-6). */
class OnwardRulesTest {
    private static final String DESK = "HealthcareService/debt-desk";
    private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);

    private static Form form(List<String> offers, String elsewhere, String handOver, String on, String with) {
        return new Form("1", offers, elsewhere, handOver, on, with, "", "");
    }

    private static Task record(Task task, Form form, boolean mayTell) {
        return OnwardRules.record(
                task, form, Map.of(DESK, "Financieel spreekuur"), new StringType("Sanne Bakker"), NOW, mayTell);
    }

    @Test
    void recordsWhereToAndTheWarmHandOver() {
        Task task = new Task().setStatus(TaskStatus.INPROGRESS);

        record(task, form(List.of(DESK), "Taalcafé", "along", "2026-12-03", "Karin"), true);

        assertThat(OnwardRules.places(task)).containsExactly(DESK, "Taalcafé");
        assertThat(Codes.of(task.getBusinessStatus(), Canonicals.SYSTEM_BUSINESS_STATUS))
                .containsExactly("referred-onward");
        assertThat(task.getNoteFirstRep().getText())
                .isEqualTo(
                        "Overdracht naar Financieel spreekuur en Taalcafé: meegegaan op 3-12-2026, afgesproken met Karin.");
        record(task, form(List.of(DESK), "Taalcafé", "", "", ""), true);
        assertThat(OnwardRules.places(task)).as("not twice").hasSize(2);
        assertThat(task.getNote()).hasSize(1);
    }

    @Test
    void writesNoWordsWhereTheGpMayNotKnow() {
        Task task = new Task().setStatus(TaskStatus.ACCEPTED);

        record(task, form(List.of(DESK), "", "along", "", "Karin"), false);

        assertThat(OnwardRules.places(task)).containsExactly(DESK);
        assertThat(task.getNote()).isEmpty();
        assertThat(task.hasBusinessStatus()).as("not in progress yet").isFalse();
    }

    @Test
    void tellsWhatIsMissingOrCannotBe() {
        assertThat(faults(form(List.of(), " ", "", "", ""))).containsExactly("offers");
        assertThat(faults(form(List.of("HealthcareService/ended"), "", "", "", "")))
                .containsExactly("offers");
        assertThat(faults(form(List.of(DESK), "", "", "2026-12-03", ""))).containsExactly("handover");
        assertThat(faults(form(List.of(DESK), "", "along", "morgen", ""))).containsExactly("on");
        assertThat(faults(form(List.of(DESK), "", "along", "2030-01-01", ""))).containsExactly("on");
        assertThat(faults(form(List.of(DESK), "x".repeat(201), "along", "", "y".repeat(101))))
                .containsExactly("elsewhere", "with");
        assertThat(faults(form(List.of(DESK), "", "alone", "2026-12-03", "Karin")))
                .isEmpty();
    }

    private static Set<String> faults(Form form) {
        return OnwardRules.faults(form, Set.of(DESK), TODAY).keySet();
    }
}
