package nl.wally.referring;

import static nl.wally.shared.Words.words;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.wally.people.Screens;
import nl.wally.shared.Refusal;
import nl.wally.shared.RefusedException;
import nl.wally.shared.Words;

/**
 * Why a form does not go out, by the name of the field; under the empty name what concerns no field.
 *
 * @param said in the order in which people are told
 */
record Faults(Map<String, Words> said) {
    static final Faults NONE = new Faults(Map.of());

    /** What the server refused, told at the field that it came from. */
    static Faults of(RefusedException refused) {
        Map<String, Words> said = new LinkedHashMap<>();
        refused.refusals().forEach(refusal -> said.putIfAbsent(field(refusal), reason(refusal)));
        return new Faults(said);
    }

    public boolean isEmpty() {
        return said.isEmpty();
    }

    /** Whether something is wrong with this field. */
    public boolean has(String field) {
        return said.containsKey(field);
    }

    /** What is wrong with it. */
    public Words at(String field) {
        return said.getOrDefault(field, Words.NONE);
    }

    private static String field(Refusal refusal) {
        return switch (refusal.problem()) {
            case CRISIS -> "ask.urgency";
            case CONSENT_MISSING -> "agreement.permits";
            case TIME_IN_FUTURE -> "agreement.day";
            case BSN_REFUSED, IDENTIFIER_SYSTEM_FOREIGN -> "person.number";
            case DUPLICATE -> isOfPerson(refusal) ? "person.number" : "";
            case PROFILE_VIOLATION -> element(refusal.expression());
            default -> "";
        };
    }

    private static boolean isOfPerson(Refusal refusal) {
        return refusal.expression().contains("birthDate");
    }

    private static String element(String expression) {
        return expression.contains("birthDate")
                ? "person.born"
                : expression.contains("telecom")
                        ? "reach.phone"
                        : expression.contains("name")
                                ? "person.family"
                                : expression.contains("reasonCode")
                                        ? "ask.areas"
                                        : expression.contains("note") ? "ask.question" : "";
    }

    private static Words reason(Refusal refusal) {
        return switch (refusal.problem()) {
            case CRISIS -> words("Nothing was sent: a Wally is no help in a crisis. See below whom to call.");
            case DUPLICATE ->
                isOfPerson(refusal)
                        ? Screens.reasons(new RefusedException(List.of(refusal)))
                                .get(0)
                        : words("This form was sent before, with something else in it. For more, open a new form.");
            case PROFILE_VIOLATION -> words("This cannot be sent as it is. Look at it again.");
            default -> Screens.reasons(new RefusedException(List.of(refusal))).get(0);
        };
    }
}
