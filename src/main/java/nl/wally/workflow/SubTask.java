package nl.wally.workflow;

import java.util.Collection;
import java.util.Optional;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.Codes;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;

/** What a Task beside the referral Task asks for; it is told by {@code Task.code}. */
public enum SubTask {
    /** The owner asks the GP side a question. */
    INFORMATION("provide-information", Canonicals.SYSTEM_TASK_CODE),
    /** The GP side asks to stop a referral that has begun. */
    CANCELLATION("abort", Canonicals.TASK_CODE);

    private static final String QUESTION = "information-request";

    private final String code;
    private final String system;

    SubTask(String code, String system) {
        this.code = code;
        this.system = system;
    }

    /** The code in the table and in {@code Task.code}. */
    public String code() {
        return code;
    }

    /** The system of the code. */
    String system() {
        return system;
    }

    /** What this Task is beside the referral Task; empty for the referral Task itself. */
    public static Optional<SubTask> of(Task task) {
        // In the order in which the profile of a Task is chosen.
        return is(task, CANCELLATION)
                ? Optional.of(CANCELLATION)
                : is(task, INFORMATION) ? Optional.of(INFORMATION) : Optional.empty();
    }

    /** The sub-Task of this code, if there is one. */
    static Optional<SubTask> ofCode(String code) {
        for (SubTask kind : values()) {
            if (kind.code.equals(code)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** Whether one of these Tasks is of this kind and has this status. */
    boolean isAmong(Collection<Task> tasks, TaskStatus status) {
        return tasks.stream().anyMatch(task -> task.getStatus() == status && is(task, this));
    }

    /** Whether the resource stands beside a referral: a sub-Task, or the question that is the focus of one. */
    public static boolean isBeside(Resource resource) {
        return resource instanceof Task task && of(task).isPresent()
                || resource instanceof CommunicationRequest request && isQuestion(request);
    }

    /** Whether this is a question to the GP side. As for the choice of its profile, the first category counts. */
    static boolean isQuestion(CommunicationRequest request) {
        return request.getCategory().stream()
                .flatMap(category -> Codes.of(category, Canonicals.SYSTEM_COMMUNICATION_REQUEST_CATEGORY).stream())
                .findFirst()
                .filter(QUESTION::equals)
                .isPresent();
    }

    private static boolean is(Task task, SubTask kind) {
        return Codes.has(task.getCode(), kind.system, kind.code);
    }
}
