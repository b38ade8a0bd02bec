package nl.wally.access.client;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import nl.wally.shared.AddressRules;

/** Fetches the keys that a client publishes: within five seconds, at most 64 KB, and from nowhere else than it says. */
public final class KeyFetch implements ResourceRetriever {
    static final Duration LONGEST = Duration.ofSeconds(5);
    private static final int MOST_BYTES = 64 * 1024;
    private static final int OK = 200;

    private final AddressRules.Allowed allowed;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(2))
            // Where another server sends us, the operator has not agreed to.
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /**
     * Within what the installation allows.
     *
     * @param loopback whether keys may be on this machine
     * @param inside whether keys may be in a private network
     */
    public KeyFetch(boolean loopback, boolean inside) {
        this.allowed = new AddressRules.Allowed(loopback, inside);
    }

    /** Whether keys may be there, as far as the address itself tells. */
    boolean mayName(URI place) {
        return AddressRules.mayName(place, allowed);
    }

    @Override
    public Resource retrieveResource(URL url) throws IOException {
        URI place = URI.create(url.toString());
        // Asked each time: a name may lead somewhere else tomorrow. Should it do so between this and the call, the
        // certificate of whoever answers is not for that name.
        if (!mayName(place) || !AddressRules.mayCall(List.of(InetAddress.getAllByName(url.getHost())), allowed)) {
            throw new IOException("keys of a client are where they may not be");
        }
        HttpResponse<byte[]> answer = answer(HttpRequest.newBuilder(place)
                .timeout(LONGEST)
                .header("Accept", "application/json")
                .build());
        if (answer.statusCode() != OK) {
            throw new IOException("keys of a client: status " + answer.statusCode());
        }
        return new Resource(new String(answer.body(), StandardCharsets.UTF_8), "application/json");
    }

    /** The time-out of a request ends with the head of its answer; this one holds for the body as well. */
    private HttpResponse<byte[]> answer(HttpRequest request) throws IOException {
        CompletableFuture<HttpResponse<byte[]>> call = http.sendAsync(request, head -> new BoundedBody(MOST_BYTES));
        try {
            return call.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while keys of a client were fetched", interrupted);
        } catch (ExecutionException | TimeoutException failed) {
            throw new IOException("keys of a client cannot be fetched", failed);
        } finally {
            call.cancel(true);
        }
    }
}
