package nl.wally;

import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A collector of traces on this machine (OTLP over HTTP), which keeps every byte that it is sent. */
public final class TestCollector implements AutoCloseable {
    private final HttpServer server;
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
    private final List<String> tokens = new CopyOnWriteArrayList<>();
    private volatile int answer = 200;

    public TestCollector() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        server.createContext("/v1/traces", sent -> {
            try (sent) {
                tokens.add(String.valueOf(sent.getRequestHeaders().getFirst("Authorization")));
                heard.write(sent.getRequestBody().readAllBytes());
                sent.sendResponseHeaders(answer, -1);
            }
        });
        server.start();
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1/traces";
    }

    /** From now on it answers with this status. */
    public void answers(int status) {
        answer = status;
    }

    /** All that it was sent, a character for each byte. */
    public String heard() {
        return heard.toString(StandardCharsets.ISO_8859_1);
    }

    /** Waits until it has heard all of these, and has them sent meanwhile; gives all that it was sent. */
    public String await(SdkTracerProvider spans, String... words) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!Arrays.stream(words).allMatch(heard()::contains)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Not all of " + List.of(words) + " in " + heard());
            }
            spans.forceFlush();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        return heard();
    }

    /** What it was shown each time. */
    public List<String> tokens() {
        return List.copyOf(tokens);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
