package nl.wally.faults.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import nl.wally.Beside;
import nl.wally.FhirClient;
import nl.wally.FhirClient.Answer;
import nl.wally.faults.history.Register.Deed;
import nl.wally.faults.history.Register.Read;
import nl.wally.faults.history.Register.Refused;
import nl.wally.faults.history.Register.Unchanged;
import nl.wally.faults.history.Register.Written;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Task;

/** A Task that visitors read and write notes on, each by the version that they saw last, which may not be the last. */
final class SharedTask {
    private static final String JSON = "application/fhir+json";

    private final String id;
    private final History<Deed> history = new History<>();
    private final Map<Integer, Task> known = new ConcurrentHashMap<>();

    SharedTask(Task task) {
        id = task.getIdElement().getIdPart();
    }

    /** Reads it, or writes a note. */
    void visit(Visitor visitor) throws InterruptedException {
        Task last = known.get(visitor.number());
        if (last == null || visitor.below(2) == 0) {
            read(visitor, Optional.ofNullable(last));
        } else {
            write(visitor, last.copy());
        }
    }

    List<Operation<Deed>> operations() {
        return history.operations();
    }

    /** In each way that there is, when nobody writes any more. */
    void look(Visitor visitor) throws InterruptedException {
        for (String path : paths()) {
            read(visitor, path, "");
        }
    }

    /**
     * Every version that the server keeps of it, which has to be what anybody was ever told, and no more than was written.
     *
     * @return how many there are
     */
    int assertKept(FhirClient node, String client) {
        List<Read> kept = node.get(client, "/Task/" + id + "/_history?_count=100000").all(Task.class).stream()
                .map(SharedTask::read)
                .toList();
        assertThat(kept)
                .extracting(Read::version)
                .containsExactlyElementsOf(
                        IntStream.iterate(kept.size(), version -> version > 0, version -> version - 1)
                                .boxed()
                                .toList());
        assertThat(kept).extracting(Read::value).doesNotHaveDuplicates();
        List<Deed> deeds = operations().stream().map(Operation::deed).toList();
        assertThat(kept)
                .containsAll(deeds.stream()
                        .filter(Read.class::isInstance)
                        .map(Read.class::cast)
                        .toList());
        assertThat(kept)
                .containsAll(operations().stream()
                        .filter(Operation::isAnswered)
                        .map(Operation::deed)
                        .filter(Written.class::isInstance)
                        .map(Written.class::cast)
                        .map(written -> new Read(written.made(), written.value()))
                        .toList());
        return kept.size();
    }

    private List<String> paths() {
        return List.of("/Task/" + id, "/Task?_id=" + id, "/Task/" + id + "/_history?_count=1");
    }

    private void read(Visitor visitor, Optional<Task> last) throws InterruptedException {
        int way = visitor.below(paths().size() + 1);
        if (way < paths().size()) {
            read(visitor, paths().get(way), "");
        } else {
            read(visitor, paths().get(0), last.map(SharedTask::version).orElse(""));
        }
    }

    private void read(Visitor visitor, String path, String unless) throws InterruptedException {
        long invoked = History.now();
        visitor.ask(
                path,
                (node, request) -> (unless.isEmpty() ? request : request.header("If-None-Match", tag(unless))).GET(),
                answer -> {
                    if (answer.status() == 304) {
                        history.answered(visitor.number(), invoked, new Unchanged(Integer.parseInt(unless)));
                    } else if (answer.status() == 200) {
                        Task task = task(answer);
                        history.answered(visitor.number(), invoked, read(task));
                        known.put(visitor.number(), task);
                    } else {
                        visitor.wonder(answer);
                    }
                },
                () -> {});
    }

    private void write(Visitor visitor, Task seen) throws InterruptedException {
        Annotation note = seen.addNote().setText(visitor.word());
        int version = Integer.parseInt(version(seen));
        int way = visitor.below(3);
        long invoked = History.now();
        visitor.ask(
                way == 2 ? "" : "/Task/" + id,
                (node, request) -> way == 0
                        ? put(node, request, seen)
                        : way == 1 ? patch(request, seen) : transaction(node, request, seen),
                answer -> {
                    if (answer.status() == 200) {
                        Task task = task(answer);
                        Read made = read(task);
                        history.answered(
                                visitor.number(), invoked, new Written(version, note.getText(), made.version()));
                        known.put(visitor.number(), task);
                    } else if (answer.status() == 412) {
                        history.answered(visitor.number(), invoked, new Refused(version));
                        forget(visitor);
                    } else {
                        visitor.wonder(answer);
                    }
                },
                () -> history.unanswered(visitor.number(), invoked, Written.perhaps(version, note.getText())));
    }

    /** Most look again before they try again. */
    private void forget(Visitor visitor) {
        if (visitor.below(4) > 0) {
            known.remove(visitor.number());
        }
    }

    private static HttpRequest.Builder put(FhirClient node, HttpRequest.Builder request, Task changed) {
        return request.header("Content-Type", JSON)
                .header("If-Match", tag(version(changed)))
                .PUT(BodyPublishers.ofString(node.json(changed)));
    }

    private static HttpRequest.Builder patch(HttpRequest.Builder request, Task changed) {
        boolean first = changed.getNote().size() == 1;
        String note = "{\"text\":\""
                + changed.getNote().get(changed.getNote().size() - 1).getText() + "\"}";
        String patch = "[{\"op\":\"add\",\"path\":\"" + (first ? "/note" : "/note/-") + "\",\"value\":"
                + (first ? "[" + note + "]" : note) + "}]";
        return request.header("Content-Type", "application/json-patch+json")
                .header("If-Match", tag(version(changed)))
                .method("PATCH", BodyPublishers.ofString(patch));
    }

    private static HttpRequest.Builder transaction(FhirClient node, HttpRequest.Builder request, Task changed) {
        return request.header("Content-Type", JSON)
                .POST(BodyPublishers.ofString(node.json(Beside.put(Beside.transaction(), changed))));
    }

    private static Task task(Answer answer) {
        return answer.resource() instanceof Bundle ? answer.first(Task.class) : answer.resource(Task.class);
    }

    private static Read read(Task task) {
        List<Annotation> notes = task.getNote();
        return new Read(
                Integer.parseInt(version(task)),
                notes.isEmpty() ? "" : notes.get(notes.size() - 1).getText());
    }

    private static String version(Task task) {
        return task.getMeta().getVersionId();
    }

    private static String tag(String version) {
        return "W/\"" + version + "\"";
    }
}
