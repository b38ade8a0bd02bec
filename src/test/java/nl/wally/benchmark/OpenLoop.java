package nl.wally.benchmark;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Sends so many requests a second, whether or not those before have been answered, as clients do that know nothing of each
 * other. Latencies count from the moment at which a request was due.
 */
record OpenLoop(HttpClient http, double perSecond) {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final long LONGEST = Duration.ofMinutes(2).toNanos();

    /** Under this status stands what got no answer within its timeout, or lost its connection. */
    static final int UNANSWERED = 0;

    /** Latencies by status, in nanoseconds. */
    record Result(Map<Integer, Histogram> byStatus, double seconds) {
        long count(int status) {
            return byStatus.containsKey(status) ? byStatus.get(status).getTotalCount() : 0;
        }

        long all() {
            return byStatus.values().stream()
                    .mapToLong(Histogram::getTotalCount)
                    .sum();
        }

        double acceptedPerSecond() {
            return count(200) / seconds;
        }
    }

    /** So many clients for so long, each of which sends when its last request is answered, whatever the answer is. */
    static Result closed(HttpClient http, int clients, Supplier<HttpRequest.Builder> next, Duration duration)
            throws InterruptedException {
        Map<Integer, Histogram> byStatus = new ConcurrentSkipListMap<>();
        ExecutorService pool = Executors.newFixedThreadPool(clients);
        long start = System.nanoTime();
        for (int client = 0; client < clients; client++) {
            pool.execute(() -> {
                while (System.nanoTime() - start < duration.toNanos()) {
                    send(http, next, System.nanoTime(), byStatus).join();
                }
            });
        }
        pool.shutdown();
        pool.awaitTermination(duration.plus(TIMEOUT).toSeconds(), TimeUnit.SECONDS);
        return new Result(byStatus, (System.nanoTime() - start) / 1e9);
    }

    private static CompletableFuture<Void> send(
            HttpClient http, Supplier<HttpRequest.Builder> next, long due, Map<Integer, Histogram> byStatus) {
        return http.sendAsync(next.get().timeout(TIMEOUT).build(), BodyHandlers.discarding())
                .thenApply(HttpResponse::statusCode)
                .exceptionally(failed -> UNANSWERED)
                .thenAccept(status -> byStatus.computeIfAbsent(status, key -> new ConcurrentHistogram(LONGEST, 3))
                        .recordValue(Math.min(System.nanoTime() - due, LONGEST)));
    }

    Result run(Supplier<HttpRequest.Builder> next, Duration duration) {
        Map<Integer, Histogram> byStatus = new ConcurrentSkipListMap<>();
        List<CompletableFuture<?>> sent = new ArrayList<>();
        long start = System.nanoTime();
        long many = Math.round(perSecond * duration.toNanos() / 1e9);
        for (long n = 0; n < many; n++) {
            long due = start + Math.round(n * 1e9 / perSecond);
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            sent.add(send(http, next, due, byStatus));
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        CompletableFuture.allOf(sent.toArray(new CompletableFuture<?>[0])).join();
        return new Result(byStatus, seconds);
    }
}
