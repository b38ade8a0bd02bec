package nl.wally.shared;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Ends the handling of a request: nothing is stored and the caller is told why. */
public class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Refusal> refusals;

    public RefusedException(List<Refusal> refusals) {
        super(refusals.get(0).problem().code(), null, false, false);
        this.refusals = List.copyOf(refusals);
    }

    public RefusedException(Problem problem, String expression, Words explanation) {
        this(List.of(new Refusal(problem, expression, explanation)));
    }

    public RefusedException(Problem problem) {
        this(List.of(Refusal.of(problem, "")));
    }

    /** The same with more reasons, which count for less. */
    public RefusedException and(List<Refusal> more) {
        return new RefusedException(
                Stream.concat(refusals.stream(), more.stream()).distinct().toList());
    }

    /** The same with each reason told otherwise. */
    public RefusedException each(UnaryOperator<Refusal> telling) {
        return new RefusedException(refusals.stream().map(telling).distinct().toList());
    }

    /** All reasons, the most important first; never empty. */
    public List<Refusal> refusals() {
        return refusals;
    }
}
