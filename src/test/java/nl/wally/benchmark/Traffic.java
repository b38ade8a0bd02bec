package nl.wally.benchmark;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * What is sent to a server and what comes of it. One driver for both ways to send, so that they cost the machine the same, and
 * as little as can be ({@link Wire}): a thread for each request under way, and nothing is made of an answer.
 *
 * @param next what is asked next
 * @param processor what everybody has used of the processors so far
 */
record Traffic(Supplier<Mixes.Asked> next, Supplier<Processor> processor, Wire wire) {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long LONGEST = Duration.ofMinutes(2).toNanos();

    /** Under this status stands what got no answer within its timeout, or lost its connection. */
    private static final int UNANSWERED = 0;

    /** Latencies by status, in nanoseconds; how many of each kind were asked and accepted; and what it took. */
    record Result(Answers answers, double seconds, Processor used) {
        long all() {
            return answers.byStatus().values().stream()
                    .mapToLong(Histogram::getTotalCount)
                    .sum();
        }

        double acceptedPerSecond() {
            return answers.count(200) / seconds;
        }
    }

    record Answers(Map<Integer, Histogram> byStatus, Map<String, LongAdder> asked, Map<String, LongAdder> accepted) {
        Answers() {
            this(new ConcurrentSkipListMap<>(), new ConcurrentSkipListMap<>(), new ConcurrentSkipListMap<>());
        }

        long count(int status) {
            return byStatus.containsKey(status) ? byStatus.get(status).getTotalCount() : 0;
        }

        private void add(String kind, int status, long nanoseconds) {
            count(asked, kind);
            if (status == 200) {
                count(accepted, kind);
            }
            byStatus.computeIfAbsent(status, key -> new ConcurrentHistogram(LONGEST, 3))
                    .recordValue(Math.min(nanoseconds, LONGEST));
        }

        private static void count(Map<String, LongAdder> counts, String kind) {
            counts.computeIfAbsent(kind, key -> new LongAdder()).increment();
        }
    }

    /** So many clients for so long, each of which sends when its last request is answered, whatever the answer is. */
    Result closed(int clients, Duration duration) throws InterruptedException {
        var answers = new Answers();
        Processor before = processor.get();
        ExecutorService pool = Executors.newFixedThreadPool(clients);
        long start = System.nanoTime();
        for (int client = 0; client < clients; client++) {
            pool.execute(() -> {
                while (System.nanoTime() - start < duration.toNanos()) {
                    send(System.nanoTime(), answers);
                }
            });
        }
        pool.shutdown();
        pool.awaitTermination(duration.plus(PATIENCE).toSeconds(), TimeUnit.SECONDS);
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Result(answers, seconds, processor.get().minus(before));
    }

    /**
     * So many requests a second, whether or not those before have been answered, as clients send that know nothing of each
     * other. Latencies count from the moment at which a request was due.
     */
    Result open(double perSecond, Duration duration) {
        var answers = new Answers();
        Processor before = processor.get();
        ExecutorService pool = Executors.newCachedThreadPool();
        double seconds =
                new Pace(perSecond).begin(duration, due -> CompletableFuture.runAsync(() -> send(due, answers), pool));
        pool.shutdown();
        return new Result(answers, seconds, processor.get().minus(before));
    }

    private void send(long due, Answers answers) {
        Mixes.Asked asked = next.get();
        int status;
        try {
            status = wire.send(asked.request());
        } catch (IOException broken) {
            status = UNANSWERED;
        }
        answers.add(asked.kind(), status, System.nanoTime() - due);
    }
}
