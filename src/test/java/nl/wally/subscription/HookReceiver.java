package nl.wally.subscription;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import nl.wally.Messages;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;

/** The endpoint of a subscriber on this machine, which keeps what it is sent and answers as it is told. */
final class HookReceiver implements AutoCloseable {
    private HttpServer server;
    private final List<Sent> sent = new CopyOnWriteArrayList<>();
    private volatile Behaviour behaviour = exchange -> exchange.sendResponseHeaders(200, -1);

    HookReceiver() {
        server = open(0);
    }

    private HttpServer open(int port) {
        try {
            HttpServer opened = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            opened.setExecutor(Executors.newCachedThreadPool(work -> {
                Thread thread = new Thread(work, "hook-receiver");
                thread.setDaemon(true);
                return thread;
            }));
            opened.createContext("/", this::take);
            opened.start();
            return opened;
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    /** From now on nobody listens at its address. */
    void leave() {
        server.stop(0);
    }

    /** At the same address. */
    void comeBack() {
        server = open(server.getAddress().getPort());
    }

    /** What it does once it has read a request. */
    interface Behaviour {
        void answer(HttpExchange exchange) throws IOException;
    }

    /** One request. */
    record Sent(String path, Map<String, List<String>> headers, String body) {
        Bundle bundle() {
            return Messages.parse(body, Bundle.class);
        }

        Parameters status() {
            return (Parameters) bundle().getEntryFirstRep().getResource();
        }

        String type() {
            return value("type");
        }

        String value(String name) {
            return String.valueOf(status().getParameter(name).getValue().primitiveValue());
        }

        List<ParametersParameterComponent> events() {
            return status().getParameters("notification-event");
        }

        /** What its events are about, as {@code Type/id}; of one that may not be seen an empty text. */
        List<String> focuses() {
            return events().stream()
                    .map(event -> event.getPart().stream()
                            .filter(part -> part.getName().equals("focus"))
                            .map(part -> ((Reference) (Base) part.getValue()).getReference())
                            .map(reference -> reference.replaceFirst(".*/fhir/", ""))
                            .findFirst()
                            .orElse(""))
                    .toList();
        }

        List<String> numbers() {
            return events().stream()
                    .map(event -> event.getPart().get(0).getValue().primitiveValue())
                    .toList();
        }
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort() + "/hooks/wally";
    }

    void behaves(Behaviour next) {
        behaviour = next;
    }

    void answers(int status) {
        behaves(exchange -> exchange.sendResponseHeaders(status, -1));
    }

    List<Sent> all() {
        return List.copyOf(sent);
    }

    /** What was sent for this reason. */
    List<Sent> all(String type) {
        return sent.stream().filter(one -> one.type().equals(type)).toList();
    }

    /** What all events that came were about, in the order in which they came. */
    List<String> focuses() {
        return all("event-notification").stream()
                .flatMap(one -> one.focuses().stream())
                .toList();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            sent.add(new Sent(exchange.getRequestURI().getPath(), Map.copyOf(exchange.getRequestHeaders()), body));
            behaviour.answer(exchange);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
