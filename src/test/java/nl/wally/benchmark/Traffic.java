package nl.wally.benchmark;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * What is sent to a server and what comes of it. One driver for both ways to send, so that they cost the machine the same, and
 * as little as can be ({@link Wire}): one thread, and nothing is made of an answer.
 *
 * @param next what is asked next
 * @param processor what everybody has used of the processors so far
 * @param server host and port
 */
record Traffic(Supplier<Mixes.Asked> next, Supplier<Processor> processor, URI server) {
    private static final long LONGEST = Duration.ofMinutes(2).toNanos();

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
    Result closed(int clients, Duration duration) throws IOException {
        var answers = new Answers();
        Processor before = processor.get();
        long start = System.nanoTime();
        long end = start + duration.toNanos();
        try (var wire = new Wire(server)) {
            for (int client = 0; client < clients; client++) {
                sendUntil(end, wire, answers);
            }
            wire.finish();
        }
        return new Result(
                answers, (System.nanoTime() - start) / 1e9, processor.get().minus(before));
    }

    private void sendUntil(long end, Wire wire, Answers answers) {
        if (System.nanoTime() < end) {
            send(System.nanoTime(), wire, answers, () -> sendUntil(end, wire, answers));
        }
    }

    /**
     * So many requests a second, at even distances, whether or not those before have been answered, as clients send that know
     * nothing of each other. Latencies count from the moment at which a request was due.
     */
    Result open(double perSecond, Duration duration) throws IOException {
        var answers = new Answers();
        Processor before = processor.get();
        long start = System.nanoTime();
        long many = Math.round(perSecond * duration.toNanos() / 1e9);
        double seconds;
        try (var wire = new Wire(server)) {
            for (long n = 0; n < many; n++) {
                long due = start + Math.round(n * 1e9 / perSecond);
                do {
                    wire.turn(Math.max(0, due - System.nanoTime()));
                } while (System.nanoTime() < due);
                send(due, wire, answers, () -> {});
            }
            seconds = (System.nanoTime() - start) / 1e9;
            wire.finish();
        }
        return new Result(answers, seconds, processor.get().minus(before));
    }

    private void send(long due, Wire wire, Answers answers, Runnable then) {
        Mixes.Asked asked = next.get();
        IntConsumer answered = status -> {
            answers.add(asked.kind(), status, System.nanoTime() - due);
            then.run();
        };
        try {
            wire.send(asked.request(), answered);
        } catch (IOException broken) {
            answered.accept(Wire.UNANSWERED);
        }
    }
}
