package nl.wally.simulator.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import nl.wally.simulator.check.Verdict.Finding;
import org.jspecify.annotations.Nullable;

/** Says of one requirement whether what happened meets it. Facts in, verdict out. */
interface Judge {
    Phrase DONE = new Phrase("aangenomen", "taken");

    Verdict judge(Log log);

    /** Whoever tries this must succeed at least once. */
    static Judge succeeds(Predicate<Exchange> tried) {
        return log -> Verdict.lenient(log.all(tried)
                .map(exchange -> outcome(exchange, exchange.succeeded()))
                .toList());
    }

    /** Whoever looks there must find this at least once. */
    static Judge finds(Predicate<Exchange> looked, Predicate<Part> wanted) {
        return log -> found(log, looked, wanted);
    }

    /** The same, where there is nothing to be found until the simulator has done this. */
    static Judge findsAfter(Log.Kind deed, Predicate<Exchange> looked, Predicate<Part> wanted) {
        return log -> found(log, looked.and(exchange -> log.isAfter(exchange, deed)), wanted);
    }

    private static Verdict found(Log log, Predicate<Exchange> looked, Predicate<Part> wanted) {
        List<Finding> findings = new ArrayList<>();
        log.all(Exchange::isLook).forEach(exchange -> {
            if (exchange.got(wanted)) {
                findings.add(new Finding(exchange, true, new Phrase("gevonden", "found")));
            } else if (looked.test(exchange)) {
                findings.add(new Finding(exchange, false, new Phrase("niets gevonden", "nothing found")));
            }
        });
        return Verdict.lenient(findings);
    }

    /** Of all these exchanges none may be wrong; the test says what is, or nothing. */
    static Judge always(Predicate<Exchange> relevant, Phrase right, Function<Exchange, @Nullable Phrase> wrong) {
        return log -> {
            List<Finding> findings = new ArrayList<>();
            log.all(relevant).forEach(exchange -> {
                Phrase fault = wrong.apply(exchange);
                findings.add(new Finding(exchange, fault == null, fault == null ? right : fault));
            });
            return Verdict.strict(findings);
        };
    }

    private static Finding outcome(Exchange exchange, boolean right) {
        return new Finding(exchange, right, right ? DONE : ConductRules.refused(exchange));
    }
}
