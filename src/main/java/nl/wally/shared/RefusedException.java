package nl.wally.shared;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Ends the handling of a request: nothing is stored and the caller is told why. */
public class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Refusal> refusals;
    private final @Nullable Duration wait;

    public RefusedException(List<Refusal> refusals) {
        this(refusals, null);
    }

    private RefusedException(List<Refusal> refusals, @Nullable Duration wait) {
        super(refusals.get(0).problem().code(), null, false, false);
        this.refusals = List.copyOf(refusals);
        this.wait = wait;
    }

    public RefusedException(Problem problem, String expression, Words explanation) {
        this(List.of(new Refusal(problem, expression, explanation)));
    }

    public RefusedException(Problem problem) {
        this(List.of(Refusal.of(problem, "")));
    }

    /** The same, with how long to wait before it is worth while to try again. */
    public RefusedException retryAfter(Duration wait) {
        return new RefusedException(refusals, wait);
    }

    /** How long to wait before trying again; empty when waiting does not help. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(wait);
    }

    /** The same with more reasons, which count for less. */
    public RefusedException and(List<Refusal> more) {
        return new RefusedException(
                Stream.concat(refusals.stream(), more.stream()).distinct().toList(), wait);
    }

    /** The same with each reason told otherwise. */
    public RefusedException each(UnaryOperator<Refusal> telling) {
        return new RefusedException(refusals.stream().map(telling).distinct().toList(), wait);
    }

    /** All reasons, the most important first; never empty. */
    public List<Refusal> refusals() {
        return refusals;
    }
}
