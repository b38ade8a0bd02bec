package nl.wally.guide;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** The static guide behind the smallest of web servers, with the policy of the real one. */
final class GuideServer implements AutoCloseable {
    private final HttpServer server;
    private final Guide guide;

    GuideServer(Guide guide) throws IOException {
        this.guide = guide;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String address(String file) {
        return "http://localhost:" + server.getAddress().getPort() + "/" + file;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String name = exchange.getRequestURI().getPath().substring(1);
        Served file = guide.file(name).orElseGet(guide::missing);
        exchange.getResponseHeaders().set("Content-Type", file.mediaType());
        exchange.getResponseHeaders().set("Content-Security-Policy", GuideController.POLICY);
        byte[] body = file.content();
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
