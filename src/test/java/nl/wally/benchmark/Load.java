package nl.wally.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.DoubleSupplier;
import org.HdrHistogram.Histogram;

/** So many clients, each of which starts its next operation when the one before has ended. */
record Load(int clients) {
    private static final long LONGEST = Duration.ofMinutes(1).toNanos();

    /** One operation; the argument is the number of the client. */
    interface Operation {
        void run(int client) throws Exception;
    }

    /** What came of it; latencies in nanoseconds, and the processor time of whoever did the work. */
    record Result(Histogram latencies, double seconds, double processorSeconds) {
        double perSecond() {
            return latencies.getTotalCount() / seconds;
        }
    }

    Result run(Operation operation, Duration duration, DoubleSupplier processorSeconds)
            throws InterruptedException, ExecutionException {
        var pool = Executors.newFixedThreadPool(clients);
        try {
            double processor = processorSeconds.getAsDouble();
            long start = System.nanoTime();
            List<Future<Histogram>> running = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                int number = client;
                running.add(pool.submit(() -> one(operation, number, start + duration.toNanos())));
            }
            var all = new Histogram(LONGEST, 3);
            for (Future<Histogram> client : running) {
                all.add(client.get());
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            return new Result(all, seconds, processorSeconds.getAsDouble() - processor);
        } finally {
            pool.shutdownNow();
        }
    }

    private static Histogram one(Operation operation, int client, long end) throws Exception {
        var latencies = new Histogram(LONGEST, 3);
        for (long from = System.nanoTime(); from < end; ) {
            operation.run(client);
            long now = System.nanoTime();
            latencies.recordValue(Math.min(now - from, LONGEST));
            from = now;
        }
        return latencies;
    }
}
