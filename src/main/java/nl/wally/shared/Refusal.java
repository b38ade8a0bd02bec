package nl.wally.shared;

/**
 * One thing that is refused: which problem, where, and what the client should do about it.
 *
 * @param problem the rule that refuses
 * @param expression FHIRPath of the element concerned, for instance {@code Task.status}; empty when it is the whole request
 * @param explanation in English, for the developer of a client, without any data of a person
 */
public record Refusal(Problem problem, String expression, String explanation) {
    /** A refusal that needs no more words than the problem's own. */
    public static Refusal of(Problem problem, String expression) {
        return new Refusal(problem, expression, problem.english());
    }
}
