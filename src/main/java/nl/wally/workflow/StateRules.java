package nl.wally.workflow;

import static nl.wally.shared.Words.words;

import java.util.List;
import java.util.Optional;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.Codes;
import nl.wally.shared.Problem;
import nl.wally.shared.Refusal;
import nl.wally.shared.Words;
import nl.wally.workflow.StateTable.State;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Task;

/** What must stand beside the status: businessStatus, statusReason (G-REASON) and the resume date (G-RESUME). */
final class StateRules {
    private StateRules() {}

    /** Empty when businessStatus is absent, the server fills it in, or fits the status. */
    static Optional<Refusal> businessStatus(Task task, State state) {
        if (task.getBusinessStatus().isEmpty()) {
            return Optional.empty();
        }
        List<String> codes = Codes.of(task.getBusinessStatus(), Canonicals.SYSTEM_BUSINESS_STATUS);
        return !codes.isEmpty() && state.businessStatuses().containsAll(codes)
                ? Optional.empty()
                : Optional.of(new Refusal(
                        Problem.BUSINESS_STATUS,
                        "Task.businessStatus",
                        words(
                                "In status {0} businessStatus is {1}, or left out",
                                state.status().toCode(), Words.anyOf(sorted(state.businessStatuses())))));
    }

    /**
     * G-REASON.
     *
     * @param given whether the reason came with this change; one that stood there before is stale
     */
    static Optional<Refusal> statusReason(Task task, State state, boolean given) {
        List<String> codes = Codes.of(task.getStatusReason(), Canonicals.SYSTEM_STATUS_REASON);
        if (state.reasons().isEmpty()) {
            return given && task.hasStatusReason()
                    ? refuseReason(words(
                            "statusReason does not belong to status {0}",
                            state.status().toCode()))
                    : Optional.empty();
        }
        if (!given || codes.isEmpty() || !state.reasons().containsAll(codes)) {
            return refuseReason(words(
                    "Status {0} needs a statusReason of its own: {1}",
                    state.status().toCode(), Words.anyOf(sorted(state.reasons()))));
        }
        String text = task.getStatusReason().getText();
        return codes.contains("other") && (text == null || text.isBlank())
                ? refuseReason(words("statusReason 'other' needs a text"))
                : Optional.empty();
    }

    /** G-RESUME. */
    static Optional<Refusal> resumeDate(Task task) {
        Extension extension = task.getExtensionByUrl(Canonicals.EXTENSION_RESUME_DATE);
        return extension != null && extension.getValue() instanceof DateType date && date.getValue() != null
                ? Optional.empty()
                : Optional.of(new Refusal(
                        Problem.RESUME_DATE_MISSING,
                        "Task.extension",
                        words("Add the extension {0} with the expected date", Canonicals.EXTENSION_RESUME_DATE)));
    }

    private static Optional<Refusal> refuseReason(Words why) {
        return Optional.of(new Refusal(Problem.STATUS_REASON, "Task.statusReason", why));
    }

    private static List<String> sorted(java.util.Set<String> codes) {
        return codes.stream().sorted().toList();
    }
}
