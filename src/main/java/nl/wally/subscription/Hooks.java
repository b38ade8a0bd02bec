package nl.wally.subscription;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import nl.wally.shared.AddressRules;
import nl.wally.subscription.HeaderRules.Header;

/**
 * Calls the endpoints of subscribers: over HTTP/1.1, never further than the address that was asked for, within the time
 * that it has, and without a look at what it answers.
 */
final class Hooks {
    private static final int GONE = 410;

    /** More than a node delivers to at a time of those that are slow: whose name nobody knows hold up nobody else. */
    private static final int LOOKUPS = 64;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            // Where another server sends us, the operator has not agreed to.
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final ExecutorService lookups = lookups();
    private final Resolver resolver;

    Hooks(Resolver resolver) {
        this.resolver = resolver;
    }

    /** What a host name leads to. */
    interface Resolver {
        List<InetAddress> resolve(String host) throws IOException;
    }

    /** What came of a call. */
    enum Answer {
        TAKEN,
        /** It will not be there any more. */
        GONE,
        REDIRECTED,
        REFUSED,
        BROKEN,
        TIMED_OUT,
        UNREACHABLE,
        /** Its name leads where this server does not go. */
        FORBIDDEN;

        /** For operators, and for the client that asks how its subscription stands. */
        String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /** Sends this, and keeps the calling thread waiting for nothing: not even for who knows the addresses of the host. */
    CompletionStage<Answer> call(Wish wish, List<Header> headers, String body, AddressRules.Allowed allowed) {
        return CompletableFuture.supplyAsync(() -> hindrance(wish.endpoint(), allowed), lookups)
                .thenCompose(hindrance ->
                        hindrance.map(CompletableFuture::completedFuture).orElseGet(() -> send(wish, headers, body)))
                .completeOnTimeout(Answer.TIMED_OUT, wish.timeout(), TimeUnit.SECONDS);
    }

    /** Why this place is not called. */
    private Optional<Answer> hindrance(URI place, AddressRules.Allowed allowed) {
        try {
            // Asked each time: a name may lead somewhere else tomorrow. Java remembers the answer for the call that
            // follows; and should another one come in between, the certificate of whoever answers is not for that name.
            return AddressRules.mayName(place, allowed)
                            && AddressRules.mayCall(resolver.resolve(place.getHost()), allowed)
                    ? Optional.empty()
                    : Optional.of(Answer.FORBIDDEN);
        } catch (IOException unknown) {
            return Optional.of(Answer.UNREACHABLE);
        }
    }

    private CompletableFuture<Answer> send(Wish wish, List<Header> headers, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(wish.endpoint())
                .timeout(Duration.ofSeconds(wish.timeout()))
                .header("Content-Type", wish.mediaType())
                .header("User-Agent", "waar-is-wally")
                .POST(BodyPublishers.ofString(body));
        headers.forEach(header -> request.header(header.name(), header.value()));
        CompletableFuture<HttpResponse<Void>> call = http.sendAsync(request.build(), head -> new Unread());
        // The time-out of a request ends with the head of its answer; this one holds for the body as well.
        CompletableFuture<Answer> answer = call.thenApply(response -> answer(response.statusCode()))
                .orTimeout(wish.timeout(), TimeUnit.SECONDS)
                .exceptionally(Hooks::answer);
        answer.whenComplete((done, never) -> call.cancel(true));
        return answer;
    }

    private static ExecutorService lookups() {
        var threads =
                new ThreadPoolExecutor(LOOKUPS, LOOKUPS, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                    Thread thread = new Thread(work, "notification-lookup");
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    private static Answer answer(int status) {
        return switch (status / 100) {
            case 2 -> Answer.TAKEN;
            case 3 -> Answer.REDIRECTED;
            case 4 -> status == GONE ? Answer.GONE : Answer.REFUSED;
            default -> Answer.BROKEN;
        };
    }

    private static Answer answer(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause instanceof HttpTimeoutException || cause instanceof TimeoutException
                ? Answer.TIMED_OUT
                : Answer.UNREACHABLE;
    }
}
