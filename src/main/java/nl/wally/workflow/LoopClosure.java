package nl.wally.workflow;

import java.util.Optional;
import org.hl7.fhir.r4.model.CommunicationRequest.CommunicationRequestStatus;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.Task.TaskStatus;

/** How the referral and its feedback request follow the Task (G-SRSYNC); empty while the Task goes on. */
final class LoopClosure {
    private LoopClosure() {}

    /** The status of the ServiceRequest once the Task has this status. */
    public static Optional<ServiceRequestStatus> referralStatus(TaskStatus task) {
        return switch (task) {
            case COMPLETED -> Optional.of(ServiceRequestStatus.COMPLETED);
            case REJECTED, FAILED, CANCELLED -> Optional.of(ServiceRequestStatus.REVOKED);
            case ENTEREDINERROR -> Optional.of(ServiceRequestStatus.ENTEREDINERROR);
            default -> Optional.empty();
        };
    }

    /**
     * The status of the feedback request once the Task has this status.
     *
     * @param finalFeedback whether final feedback is stored: then the request is answered, however the Task ended
     */
    public static Optional<CommunicationRequestStatus> feedbackRequestStatus(TaskStatus task, boolean finalFeedback) {
        return switch (task) {
            case COMPLETED, REJECTED, FAILED, CANCELLED ->
                Optional.of(finalFeedback ? CommunicationRequestStatus.COMPLETED : CommunicationRequestStatus.REVOKED);
            case ENTEREDINERROR -> Optional.of(CommunicationRequestStatus.ENTEREDINERROR);
            default -> Optional.empty();
        };
    }
}
