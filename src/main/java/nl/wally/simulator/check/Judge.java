package nl.wally.simulator.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import nl.wally.simulator.check.Verdict.Finding;
import org.jspecify.annotations.Nullable;

/** Says of one requirement whether what happened meets it. Facts in, verdict out. */
interface Judge {
    Words DONE = new Words("aangenomen", "taken");

    Verdict judge(Log log);

    /** Whoever tries this must succeed at least once. */
    static Judge succeeds(Predicate<Exchange> tried) {
        return log -> Verdict.lenient(log.all(tried)
                .map(exchange -> outcome(exchange, exchange.succeeded()))
                .toList());
    }

    /** Whoever looks there must find this at least once. */
    static Judge finds(Predicate<Exchange> looked, Predicate<Part> wanted, Words found, Words missed) {
        return log -> Verdict.lenient(log.all(looked)
                .map(exchange -> {
                    boolean right = exchange.succeeded() && exchange.got(wanted);
                    return new Finding(exchange, right, right ? found : missed);
                })
                .toList());
    }

    /** Of all these exchanges none may be wrong; the test says what is, or nothing. */
    static Judge always(Predicate<Exchange> relevant, Words right, Function<Exchange, @Nullable Words> wrong) {
        return log -> {
            List<Finding> findings = new ArrayList<>();
            log.all(relevant).forEach(exchange -> {
                Words fault = wrong.apply(exchange);
                findings.add(new Finding(exchange, fault == null, fault == null ? right : fault));
            });
            return Verdict.strict(findings);
        };
    }

    private static Finding outcome(Exchange exchange, boolean right) {
        String problems = String.join(", ", exchange.reply().problems());
        return new Finding(
                exchange,
                right,
                right ? DONE : new Words(("geweigerd: " + problems).strip(), ("refused: " + problems).strip()));
    }
}
