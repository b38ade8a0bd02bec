package nl.wally.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What drives the benchmark sees the same answers as any other client. */
class WireTest {
    private static final byte[] LARGE = new byte[200_000];

    private final Queue<Integer> from = new ConcurrentLinkedQueue<>();
    private HttpServer server;
    private Wire wire;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            from.add(exchange.getRemoteAddress().getPort());
            int status = Integer.parseInt(exchange.getRequestURI().getPath().substring(1));
            byte[] sent = exchange.getRequestBody().readAllBytes();
            if (status == 503) {
                exchange.getResponseHeaders().add("Connection", "close");
            }
            exchange.sendResponseHeaders(status, sent.length + LARGE.length);
            exchange.getResponseBody().write(sent);
            exchange.getResponseBody().write(LARGE);
            exchange.close();
        });
        server.start();
        wire = new Wire(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }

    @AfterEach
    void hangUp() throws IOException {
        wire.close();
        server.stop(0);
    }

    @Test
    void readsTheWholeAnswerAndKeepsItsConnection() throws IOException {
        assertThat(send(200, "")).isEqualTo(200);
        assertThat(send(404, "Thea")).isEqualTo(404);
        assertThat(send(200, "x".repeat(100_000))).isEqualTo(200);
        assertThat(from).hasSize(3).containsOnly(from.peek());
    }

    @Test
    void leavesAConnectionThatTheServerEnds() throws IOException {
        assertThat(send(503, "")).isEqualTo(503);
        assertThat(send(200, "")).isEqualTo(200);
        assertThat(from).doesNotHaveDuplicates();
    }

    @Test
    void speaksOverAsManyConnectionsAsItTakes() throws IOException {
        List<Integer> answers = new ArrayList<>();
        for (int n = 0; n < 5; n++) {
            wire.send(request(201, "x".repeat(100_000)), answers::add);
        }
        assertThat(wire.underWay()).isEqualTo(5);
        wire.finish();
        assertThat(answers).hasSize(5).containsOnly(201);
        assertThat(from).doesNotHaveDuplicates();
    }

    @Test
    void saysWhatGotNoAnswer() throws IOException {
        server.removeContext("/");
        server.createContext("/", HttpExchange::close);
        assertThat(send(200, "")).isEqualTo(Wire.UNANSWERED);
    }

    private int send(int status, String body) throws IOException {
        List<Integer> answers = new ArrayList<>();
        wire.send(request(status, body), answers::add);
        wire.finish();
        assertThat(answers).hasSize(1);
        return answers.get(0);
    }

    private static byte[] request(int status, String body) {
        return ("POST /" + status + " HTTP/1.1\r\nHost: here\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.US_ASCII);
    }
}
