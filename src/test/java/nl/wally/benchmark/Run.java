package nl.wally.benchmark;

import java.util.Locale;
import java.util.StringJoiner;
import java.util.function.ToDoubleFunction;

/**
 * What came of one mix on one side in one round.
 *
 * @param side the server and its database
 * @param model {@link #CLOSED} or {@link #OPEN}
 * @param round from one; what warms up is round nought
 * @param failed of the operations
 * @param p50 of the latency, in ms, like those that follow
 * @param server seconds of processor time
 * @param postgres the same of PostgreSQL
 * @param log bytes of write-ahead log
 * @param resident memory of the server in MB at the end
 * @param heap in MB after a full collection; zero where nobody looked
 */
record Run(
        String side,
        String mix,
        String model,
        int round,
        long operations,
        long failed,
        double seconds,
        double p50,
        double p95,
        double p99,
        double longest,
        double server,
        double postgres,
        double log,
        double resident,
        double heap) {
    /** So many clients, each of which starts the next operation when its last has ended. */
    static final String CLOSED = "closed";

    /** So many operations a second, whatever becomes of them; latencies count from when one was due. */
    static final String OPEN = "open";

    static final String HEADER =
            "side;mix;model;round;operations;failed;seconds;per second;p50 ms;p95 ms;p99 ms;longest ms;server ms an operation;"
                    + "PostgreSQL ms an operation;log bytes an operation;resident MB;heap MB";

    double perSecond() {
        return operations / seconds;
    }

    /** Milliseconds of the server's processor time for an operation. */
    double serverMillis() {
        return each(server) * 1000;
    }

    double postgresMillis() {
        return each(postgres) * 1000;
    }

    double logBytes() {
        return each(log);
    }

    private double each(double all) {
        return operations == 0 ? 0 : all / operations;
    }

    String line() {
        var line = new StringJoiner(";")
                .add(side)
                .add(mix)
                .add(model)
                .add(Integer.toString(round))
                .add(Long.toString(operations))
                .add(Long.toString(failed));
        for (ToDoubleFunction<Run> figure : Figure.inFile()) {
            line.add(String.format(Locale.ROOT, "%.3f", figure.applyAsDouble(this)));
        }
        return line.toString();
    }
}
