package nl.wally.coordination;

import static nl.wally.shared.Words.words;

import nl.wally.conformance.Canonicals;
import nl.wally.shared.References;
import nl.wally.shared.Words;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;

/** What a coordinator reads off the Task of a referral. */
final class Tasks {
    private Tasks() {}

    /** The number that both sides know. */
    static String number(Task task) {
        return task.getIdentifier().stream()
                .filter(identifier -> Canonicals.REFERRAL_NUMBER.equals(identifier.getSystem()))
                .map(Identifier::getValue)
                .findFirst()
                .orElse("");
    }

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

    /** Whose referral it is, for instance {@code Organization/practice-1}. */
    static String practice(Task task) {
        Extension practice = task.getExtensionByUrl(Canonicals.EXTENSION_PRACTICE);
        return practice == null ? "" : References.key((Reference) practice.getValue());
    }
}
