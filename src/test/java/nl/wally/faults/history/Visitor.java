package nl.wally.faults.history;

import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import nl.wally.FhirClient;
import nl.wally.FhirClient.Answer;

/** Who asks now one node and now another, one thing at a time. */
final class Visitor {
    /** With a node that does not answer; by then it may still do what it was asked, at any time. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;

    private final int number;
    private final String client;
    private final List<FhirClient> nodes;
    private final Collection<String> strange;
    private final Random random;
    private int words;

    /**
     * @param client one of the demo region, for instance {@code his-demo-1}
     * @param strange takes what no client can make anything of
     */
    Visitor(int number, String client, List<FhirClient> nodes, Collection<String> strange) {
        this.number = number;
        this.client = client;
        this.nodes = nodes;
        this.strange = strange;
        this.random = new Random(number);
    }

    int number() {
        return number;
    }

    boolean isGp() {
        return client.startsWith("his-");
    }

    /** The node that the next question goes to. */
    FhirClient node() {
        return nodes.get(random.nextInt(nodes.size()));
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    /** What nobody else says, and this one says once. */
    String word() {
        return "Visitor " + number + ", note " + ++words;
    }

    /**
     * Asks. Whoever was not even connected has done nothing, and waits a moment. An answer that says that something went
     * wrong on the way does not say how far it came: it is as good as lost.
     */
    void ask(
            String path,
            BiFunction<FhirClient, HttpRequest.Builder, HttpRequest.Builder> question,
            Consumer<Answer> answered,
            Runnable lost)
            throws InterruptedException {
        FhirClient node = node();
        Answer answer;
        try {
            answer = node.send(question.apply(node, node.request(client, path)).timeout(PATIENCE));
        } catch (UncheckedIOException broken) {
            if (broken.getCause() instanceof ConnectException) {
                TimeUnit.MILLISECONDS.sleep(50);
            } else {
                lost.run();
            }
            return;
        }
        if (answer.status() >= SERVER_ERROR || answer.status() == TOO_MANY) {
            lost.run();
        } else {
            answered.accept(answer);
        }
    }

    /** An answer that nobody expects. */
    void wonder(Answer answer) {
        strange.add(client + ": " + answer.status() + " " + answer.body());
    }
}
