package nl.wally.faults;

import ca.uhn.fhir.context.FhirContext;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import nl.wally.FhirClient;
import nl.wally.FhirClient.Answer;
import org.hl7.fhir.r4.model.Resource;

/**
 * A system that calls as the guide tells it to (page Problems, "When to try again"): without an answer, or when the server is
 * not available, it asks again, at the next node where there are several. It is in more of a hurry than {@code Retry-After}
 * allows, which is harder on the server and measures more finely.
 */
final class Persistent {
    /** After so long a HIS gives a request up and sends it again. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration PAUSE = Duration.ofMillis(150);
    private static final Set<Integer> DONE = Set.of(200, 201);
    private static final Set<Integer> ASK_AGAIN = Set.of(401, 409, 412, 429, 503);

    private final List<FhirClient> nodes;
    private final Outage unanswered;
    private final AtomicInteger stranded = new AtomicInteger();
    private final Queue<String> strange = new ConcurrentLinkedQueue<>();

    Persistent(List<URI> nodes, Outage unanswered) {
        this.nodes = nodes.stream()
                .map(node -> new FhirClient(node, FhirContext.forR4Cached()))
                .toList();
        this.unanswered = unanswered;
    }

    /** What it asked in vain at every node there is. */
    int stranded() {
        return stranded.get();
    }

    /** Answers for which the guide has no advice but to tell somebody. */
    Queue<String> strange() {
        return strange;
    }

    /** One after the other, each with the same requests in mind. */
    final class Line {
        private int node;
        private int inVain;

        Line(int node) {
            this.node = node;
        }

        /** Asks once; empty when the sender cannot know what has become of it. */
        Optional<Answer> ask(String client, Function<FhirClient, HttpRequest.Builder> request) {
            FhirClient asked = nodes.get(node % nodes.size());
            try {
                Answer answer = asked.send(request.apply(asked).timeout(PATIENCE));
                return judge(asked, client, answer);
            } catch (UncheckedIOException | AssertionError away) {
                return failed();
            }
        }

        private Optional<Answer> judge(FhirClient asked, String client, Answer answer) {
            if (DONE.contains(answer.status())) {
                unanswered.over();
                inVain = 0;
                return Optional.of(answer);
            }
            if (answer.status() == 401) {
                asked.tokens().know(client, asked.tokens().fresh(client));
            }
            if (!ASK_AGAIN.contains(answer.status())) {
                strange.add(answer.status() + " " + answer.body());
                throw new GivenUp();
            }
            return failed();
        }

        private Optional<Answer> failed() {
            node++;
            inVain++;
            if (inVain >= nodes.size()) {
                stranded.incrementAndGet();
                LockSupport.parkNanos(PAUSE.toNanos());
            }
            return Optional.empty();
        }
    }

    /** Nobody tells what has become of it, and it makes no sense to ask once more. */
    static final class GivenUp extends RuntimeException {}

    static HttpRequest.Builder post(FhirClient node, String client, Resource body) {
        return node.request(client, "")
                .header("Content-Type", "application/fhir+json")
                .POST(BodyPublishers.ofString(node.json(body)));
    }

    /** An update of the version that the resource carries. */
    static HttpRequest.Builder put(FhirClient node, String client, Resource body) {
        return node.request(
                        client,
                        "/" + body.fhirType() + "/" + body.getIdElement().getIdPart())
                .header("Content-Type", "application/fhir+json")
                .header("If-Match", "W/\"" + body.getMeta().getVersionId() + "\"")
                .PUT(BodyPublishers.ofString(node.json(body)));
    }

    static HttpRequest.Builder get(FhirClient node, String client, String path) {
        return node.request(client, path).GET();
    }
}
