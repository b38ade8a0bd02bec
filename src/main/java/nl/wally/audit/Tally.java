package nl.wally.audit;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import nl.wally.shared.Occurrence;
import nl.wally.shared.Problem;

/**
 * Metrics {@code wally_refusals} by problem, and {@code wally_sign_ins}: counted where everything passes that goes on
 * record, whichever door it came to. Of this node, since it started.
 */
final class Tally implements MeterBinder {
    private final Map<Problem, LongAdder> refusals = new EnumMap<>(Problem.class);
    private final LongAdder signedIn = new LongAdder();
    private final LongAdder turnedAway = new LongAdder();

    Tally() {
        for (Problem problem : Problem.values()) {
            refusals.put(problem, new LongAdder());
        }
    }

    void count(Occurrence what) {
        Problem refused = what.refused();
        LongAdder same = refused == null ? null : refusals.get(refused);
        if (same != null) {
            same.increment();
        }
        if (what.kind() == Occurrence.Kind.SIGN_IN) {
            (refused == null ? signedIn : turnedAway).increment();
        }
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        refusals.forEach((problem, count) -> FunctionCounter.builder("wally.refusals", count, LongAdder::sum)
                .description("What was refused, by the code of the problem")
                .tag("problem", problem.code())
                .register(registry));
        signIns(registry, signedIn, "done");
        signIns(registry, turnedAway, "refused");
    }

    private static void signIns(MeterRegistry registry, LongAdder count, String outcome) {
        FunctionCounter.builder("wally.sign.ins", count, LongAdder::sum)
                .description("Sign-ins of systems and people, at every door")
                .tag("outcome", outcome)
                .register(registry);
    }
}
