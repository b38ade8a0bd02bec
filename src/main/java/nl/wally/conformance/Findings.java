package nl.wally.conformance;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.wally.shared.Problem;
import nl.wally.shared.Refusal;
import org.hl7.fhir.utilities.validation.ValidationMessage;

/**
 * Turns what the validator says into a refusal without a person's data: the texts of the library quote the values found,
 * so only its message id, the constraint's key and our own words are passed on.
 */
final class Findings {
    private static final Pattern CONSTRAINT = Pattern.compile("Constraint failed: ([A-Za-z0-9\\-]+)(?:: '([^']*)')?");
    private static final Pattern CARDINALITY =
            Pattern.compile("([A-Za-z.:\\[\\]]+): (minimum required|max allowed) = (\\d+), but only found (\\d+)");

    private Findings() {}

    static Refusal refusal(ValidationMessage message) {
        String location = message.getLocation() == null ? "" : message.getLocation();
        return new Refusal(Problem.PROFILE_VIOLATION, location, explanation(message));
    }

    private static String explanation(ValidationMessage message) {
        String text = String.valueOf(message.getMessage());
        Matcher constraint = CONSTRAINT.matcher(text);
        if (constraint.find()) {
            String human = constraint.group(2) == null ? "" : ": " + constraint.group(2);
            return "Constraint " + constraint.group(1) + " is not met" + human;
        }
        Matcher cardinality = CARDINALITY.matcher(text);
        if (cardinality.find()) {
            return cardinality.group(1) + ": " + cardinality.group(2) + " = " + cardinality.group(3) + ", found "
                    + cardinality.group(4);
        }
        String id = message.getMessageId() == null ? "" : " (" + message.getMessageId() + ")";
        return "This element does not conform to the profile" + id;
    }
}
