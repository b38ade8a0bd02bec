package nl.wally.workflow;

import java.util.List;
import java.util.Optional;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.Codes;
import nl.wally.shared.Problem;
import nl.wally.shared.Refusal;
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
                        "In status " + state.status().toCode() + " businessStatus is one of "
                                + sorted(state.businessStatuses()) + ", or left out"));
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
                    ? refuseReason("statusReason does not belong to status "
                            + state.status().toCode())
                    : Optional.empty();
        }
        if (!given || codes.isEmpty() || !state.reasons().containsAll(codes)) {
            return refuseReason("Status " + state.status().toCode() + " needs a statusReason of its own, one of "
                    + sorted(state.reasons()));
        }
        String text = task.getStatusReason().getText();
        return codes.contains("other") && (text == null || text.isBlank())
                ? refuseReason("statusReason 'other' needs a text")
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
                        "Add the extension " + Canonicals.EXTENSION_RESUME_DATE + " with the expected date"));
    }

    private static Optional<Refusal> refuseReason(String why) {
        return Optional.of(new Refusal(Problem.STATUS_REASON, "Task.statusReason", why));
    }

    private static String sorted(java.util.Set<String> codes) {
        return String.join(", ", codes.stream().sorted().toList());
    }
}
