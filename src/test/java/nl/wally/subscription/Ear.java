package nl.wally.subscription;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import nl.wally.Beside;
import nl.wally.FhirClient;
import nl.wally.FhirClient.Answer;
import nl.wally.subscription.HookReceiver.Sent;
import org.hl7.fhir.r4.model.Subscription;

/** A subscriber whose endpoint may be away or say nothing, and what it was told. */
final class Ear implements AutoCloseable {
    final String client;
    private final HookReceiver receiver = new HookReceiver();
    private final Subscription subscription;
    private CompletableFuture<Void> silence = CompletableFuture.completedFuture(null);

    /** How a test has its subscriptions made. */
    interface Subscribing {
        Subscription subscribed(String client, Subscription asked);
    }

    /** Of events of Tasks, with this content. */
    Ear(String client, String content, Subscribing way) {
        this.client = client;
        this.subscription = way.subscribed(client, Asking.of("task", content, receiver.address()));
    }

    String id() {
        return subscription.getIdElement().getIdPart();
    }

    /** Nobody listens, until it is well again. */
    void goAway() {
        receiver.leave();
    }

    void comeBack() {
        receiver.comeBack();
    }

    /** From now on it takes in what it is sent and does not answer until it speaks. */
    void fallSilent() {
        CompletableFuture<Void> begun = new CompletableFuture<>();
        silence = begun;
        receiver.behaves(exchange -> {
            begun.join();
            exchange.sendResponseHeaders(200, -1);
        });
    }

    void speak() {
        silence.complete(null);
    }

    List<Sent> told() {
        return receiver.all("event-notification");
    }

    /** What each number told, in the order of numbers; with ids only as far as they were sent. */
    Map<Long, String> focuses() {
        Map<Long, String> focuses = new TreeMap<>();
        told().forEach(sent -> put(sent, focuses));
        return focuses;
    }

    /** Numbers that came before those that should have come first. */
    List<Long> early() {
        List<Long> early = new ArrayList<>();
        long highest = 0;
        for (Sent sent : told()) {
            for (long number :
                    sent.numbers().stream().mapToLong(Long::parseLong).toArray()) {
                if (number > highest + 1) {
                    early.add(number);
                }
                highest = Math.max(highest, number);
            }
        }
        return early;
    }

    /** How many events there were, as the server says. */
    long total(FhirClient server) {
        return Long.parseLong(asked(server, "$status").value("events-since-subscription-start"));
    }

    /** What {@code $events} says to have told, with ids. */
    Map<Long, String> events(FhirClient server) {
        Map<Long, String> events = new TreeMap<>();
        long total = total(server);
        while (events.size() < total) {
            int before = events.size();
            put(asked(server, "$events?content=id-only&eventsSinceNumber=" + (before + 1)), events);
            if (events.size() == before) {
                break;
            }
        }
        return events;
    }

    private Sent asked(FhirClient server, String operation) {
        Answer answer = server.get(client, "/" + Beside.reference(subscription) + "/" + operation);
        if (answer.status() != 200) {
            throw new AssertionError(operation + ": " + answer.status() + " " + answer.body());
        }
        return new Sent("", Map.of(), answer.body());
    }

    private static void put(Sent sent, Map<Long, String> focuses) {
        List<String> numbers = sent.numbers();
        List<String> about = sent.focuses();
        for (int place = 0; place < numbers.size(); place++) {
            String before = focuses.put(Long.valueOf(numbers.get(place)), about.get(place));
            if (before != null && !before.equals(about.get(place))) {
                throw new AssertionError(numbers.get(place) + ": " + about.get(place) + ", was " + before);
            }
        }
    }

    @Override
    public void close() {
        speak();
        receiver.close();
    }
}
