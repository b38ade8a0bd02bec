package nl.wally.referring.launch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import nl.wally.shared.AddressRules;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/**
 * Calls a HIS: where the operator allows and nowhere else, no further than the address that was asked for, within the time
 * that it has, and without reading more than an answer of this kind needs.
 */
final class HisCalls implements ClientHttpRequestInterceptor {
    private static final int MOST_BYTES = 64 * 1024;

    /** A HIS that is slow must not take all threads of this server: strangers too can have it asked for its metadata. */
    private static final int AT_A_TIME = 32;

    private final AddressRules.Allowed allowed;
    private final Duration longest;
    private final Semaphore places = new Semaphore(AT_A_TIME);

    /** @param longest how long a call may take, from its beginning to the end of the answer */
    HisCalls(AddressRules.Allowed allowed, Duration longest) {
        this.allowed = allowed;
        this.longest = longest;
    }

    /** Whether it may be called there, as far as the address itself tells. */
    boolean mayName(URI place) {
        return AddressRules.mayName(place, allowed);
    }

    /** What makes the calls. */
    RestClient.Builder client() {
        JdkClientHttpRequestFactory calls = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(2))
                // Where another server sends us, the operator has not agreed to.
                .followRedirects(HttpClient.Redirect.NEVER)
                .build());
        calls.setReadTimeout(longest);
        return RestClient.builder().requestFactory(calls).requestInterceptor(this);
    }

    @Override
    public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        URI place = request.getURI();
        // Asked each time: a name may lead somewhere else tomorrow. Should it do so between this and the call, the
        // certificate of whoever answers is not for that name.
        if (!mayName(place) || !AddressRules.mayCall(List.of(InetAddress.getAllByName(place.getHost())), allowed)) {
            throw new IOException("a HIS is where it may not be");
        }
        if (!places.tryAcquire()) {
            throw new IOException("too many calls to HIS at once");
        }
        try (ClientHttpResponse answer = execution.execute(request, body)) {
            byte[] read = answer.getBody().readNBytes(MOST_BYTES + 1);
            if (read.length > MOST_BYTES) {
                throw new IOException("the answer of a HIS is too long");
            }
            return new Read(answer.getStatusCode(), answer.getStatusText(), answer.getHeaders(), read);
        } finally {
            places.release();
        }
    }

    /** An answer that has come in. */
    private record Read(HttpStatusCode status, String words, HttpHeaders headers, byte[] content)
            implements ClientHttpResponse {
        @Override
        public HttpStatusCode getStatusCode() {
            return status;
        }

        @Override
        public String getStatusText() {
            return words;
        }

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }

        @Override
        public InputStream getBody() {
            return new ByteArrayInputStream(content);
        }

        @Override
        public void close() {}
    }
}
