package nl.wally.shared;

/**
 * What a profile says of something that does not conform, for extension {@code waw-finding}. Anything may be empty.
 *
 * @param rule the key of the constraint, or the kind of rule of an element definition, for instance {@code min} or
 *     {@code binding}
 * @param profile canonical URL of the profile whose rule it is
 * @param expected what the profile asks for
 * @param found what stands there instead: a count, a type or a shape, never a person's data
 */
public record Finding(String rule, String profile, Words expected, Words found) {
    /** Nothing to add to what the problem says. */
    public static final Finding NONE = new Finding("", "", Words.NONE, Words.NONE);
}
