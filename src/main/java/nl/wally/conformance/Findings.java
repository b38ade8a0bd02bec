package nl.wally.conformance;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.wally.shared.Problem;
import nl.wally.shared.Refusal;
import org.hl7.fhir.utilities.validation.ValidationMessage;

/**
 * Turns what the validator says into a refusal without a person's data: the texts of the library quote the values found,
 * so only what the profile asks for, the constraint's key and our own words are passed on.
 */
final class Findings {
    private static final Pattern CONSTRAINT = Pattern.compile("Constraint failed: ([A-Za-z0-9\\-]+)(?:: '([^']*)')?");
    private static final Pattern CARDINALITY = Pattern.compile(
            "([A-Za-z.:\\-\\[\\]]+): (minimum required|max allowed) = (\\d+), but (?:only )?found (\\d+)");
    private static final Pattern SLICE =
            Pattern.compile("Slice '([A-Za-z.:\\-\\[\\]]+)': a matching slice is required");

    // The value found comes first in these texts and what the profile asks for last, so the first part is greedy.
    private static final Pattern CODE =
            Pattern.compile("The pattern \\[system (\\S+), code (\\S+), and display '[^']*'\\] defined in the profile");
    private static final Pattern FIXED = Pattern.compile("^Value is '.*' but (?:is fixed to|must be) '([^']*)'");
    private static final Pattern VALUE_SET = Pattern.compile("^.* in the value set '[^']*' \\(([^)|\\s]+)[^)]*\\)");
    private static final Pattern TARGETS =
            Pattern.compile("^.*(?:expected one of|must be one of|among choices)(.*)$", Pattern.DOTALL);
    private static final Pattern TYPE = Pattern.compile("(?:StructureDefinition/)?\\b([A-Z][A-Za-z]+)\\b");
    private static final String LIBRARY_WORD = "CanonicalType";

    private Findings() {}

    static Refusal refusal(ValidationMessage message) {
        String location = message.getLocation() == null ? "" : message.getLocation();
        String text = String.valueOf(message.getMessage());
        return new Refusal(
                Problem.PROFILE_VIOLATION,
                element(location, text),
                nl.wally.shared.Words.same(explanation(message, text)));
    }

    /** Of something missing or too much the validator names the parent; a reader wants the element itself. */
    private static String element(String location, String text) {
        for (Pattern counted : Set.of(CARDINALITY, SLICE)) {
            Matcher matcher = counted.matcher(text);
            if (matcher.find()) {
                String path = matcher.group(1);
                String last = path.substring(path.lastIndexOf('.') + 1);
                return location + "." + last.replaceAll("[:\\[].*", "");
            }
        }
        return location;
    }

    private static String explanation(ValidationMessage message, String text) {
        Matcher constraint = CONSTRAINT.matcher(text);
        if (constraint.find()) {
            String human = constraint.group(2) == null ? "" : ": " + constraint.group(2);
            return "Constraint " + constraint.group(1) + " is not met" + human;
        }
        Matcher cardinality = CARDINALITY.matcher(text);
        if (cardinality.find()) {
            return cardinality.group(3).equals("0")
                    ? cardinality.group(1) + " is not used here: leave it out"
                    : cardinality.group(1) + ": " + cardinality.group(2) + " = " + cardinality.group(3) + ", found "
                            + cardinality.group(4);
        }
        Matcher slice = SLICE.matcher(text);
        if (slice.find()) {
            return slice.group(1) + " is required: see this slice in the profile";
        }
        return expected(message, text);
    }

    private static String expected(ValidationMessage message, String text) {
        Matcher code = CODE.matcher(text);
        if (code.find()) {
            return "Code " + code.group(2) + " of code system " + code.group(1) + " is expected here";
        }
        Matcher fixed = FIXED.matcher(text);
        if (fixed.find()) {
            return "The value " + fixed.group(1) + " is expected here";
        }
        Matcher valueSet = VALUE_SET.matcher(text);
        if (valueSet.find()) {
            return "A code of value set " + valueSet.group(1) + " is expected here";
        }
        String id = String.valueOf(message.getMessageId());
        Matcher targets = TARGETS.matcher(text);
        if (id.startsWith("Reference_REF") && targets.find()) {
            return "A reference to " + String.join(" or ", types(targets.group(1))) + " is expected here";
        }
        if (text.startsWith("Unknown code ")) {
            return "This code is not in its code system, as FHIR R4 has it: leave it out";
        }
        return "This element does not conform to the profile (" + id + ")";
    }

    private static Set<String> types(String text) {
        Set<String> types = new TreeSet<>();
        TYPE.matcher(text).results().map(found -> found.group(1)).forEach(types::add);
        types.remove(LIBRARY_WORD);
        return types;
    }
}
