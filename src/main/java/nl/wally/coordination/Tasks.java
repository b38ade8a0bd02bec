package nl.wally.coordination;

import static nl.wally.shared.Words.words;

import nl.wally.shared.Words;
import org.hl7.fhir.r4.model.Task;

/** What a coordinator reads off the Task of a referral. */
final class Tasks {
    private Tasks() {}

    /** How it stands, in words. */
    static Words says(Task task) {
        return switch (task.getStatus()) {
            case REQUESTED -> words("New, not opened yet");
            case RECEIVED -> words("New, opened");
            case ACCEPTED -> words("Accepted, waits for contact");
            case INPROGRESS -> words("Under way");
            case ONHOLD -> words("On hold for a while");
            case COMPLETED -> words("Completed");
            case REJECTED -> words("Rejected");
            case FAILED -> words("Ended without a result");
            case CANCELLED -> words("Cancelled");
            default -> words("Sent by mistake");
        };
    }
}
