package nl.wally.faults.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.wally.FhirClient;
import nl.wally.ReferralLife;
import nl.wally.faults.history.Linearizability.Violation;
import org.hl7.fhir.r4.model.Task;

/**
 * Visitors who all want the same few Tasks and numbers at the same time, at every node, until it is closed; everything that
 * they see is written down. Half of them are of the practice, half are the Wally.
 */
public final class Crowd implements AutoCloseable {
    private static final String GP = "his-demo-1";
    private static final String WALLY = "wally-demo-1";
    private static final int NUMBERS = 2;

    private final List<FhirClient> nodes;
    private final List<SharedTask> tasks;
    private final AtomicReferenceArray<SharedNumber> numbers = new AtomicReferenceArray<>(NUMBERS);
    private final Collection<SharedNumber> allNumbers = new ConcurrentLinkedQueue<>();
    private final Collection<String> strange = new ConcurrentLinkedQueue<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean over;

    /** So many visitors of so many Tasks, whom nothing hinders at first. The nodes take each other's tokens. */
    public Crowd(List<FhirClient> nodes, int visitors, int tasks) {
        this.nodes = nodes;
        this.tasks = IntStream.range(0, tasks)
                .mapToObj(index -> new SharedTask(
                        ReferralLife.begin(nodes.get(0), 1).received().first(Task.class)))
                .toList();
        nodes.forEach(node -> node.tokens().bearer(WALLY));
        IntStream.range(0, NUMBERS).forEach(this::newNumber);
        for (int number = 0; number < visitors; number++) {
            Visitor visitor = visitor(number, number % 2 == 0 ? GP : WALLY);
            Thread thread = new Thread(() -> wander(visitor), "visitor-" + number);
            thread.setUncaughtExceptionHandler((which, broken) -> strange.add(which.getName() + ": " + broken));
            thread.setDaemon(true);
            threads.add(thread);
        }
        threads.forEach(Thread::start);
    }

    private Visitor visitor(int number, String client) {
        return new Visitor(number, client, nodes, strange);
    }

    private void newNumber(int place) {
        SharedNumber number = new SharedNumber();
        allNumbers.add(number);
        numbers.set(place, number);
    }

    private void wander(Visitor visitor) {
        try {
            while (!over) {
                if (visitor.isGp() && visitor.below(4) == 0) {
                    numbers.get(visitor.below(NUMBERS)).visit(visitor);
                    if (visitor.below(12) == 0) {
                        newNumber(visitor.below(NUMBERS));
                    }
                } else {
                    tasks.get(visitor.below(tasks.size())).visit(visitor);
                }
            }
        } catch (InterruptedException sentAway) {
            Thread.currentThread().interrupt();
        }
    }

    /** Sends everybody away, and has one look at everything by every node. */
    @Override
    public void close() throws InterruptedException {
        over = true;
        for (Thread thread : threads) {
            thread.join();
        }
        for (int index = 0; index < nodes.size(); index++) {
            Visitor last = new Visitor(threads.size() + index, GP, nodes.subList(index, index + 1), strange);
            for (SharedTask task : tasks) {
                task.look(last);
            }
            for (SharedNumber number : allNumbers) {
                number.look(last);
            }
        }
    }

    /** How much they have seen until now. */
    public long operations() {
        return seen().count();
    }

    private Stream<Operation<?>> seen() {
        return Stream.concat(
                tasks.stream().flatMap(task -> task.operations().stream()),
                allNumbers.stream().flatMap(number -> number.operations().stream()));
    }

    /** What all of that comes to, when it is over. */
    public Findings findings() {
        List<Operation<?>> operations = seen().toList();
        List<String> violations = Stream.<Violation<?, ?>>concat(
                        tasks.stream()
                                .flatMap(task -> Linearizability.violation(new Register(), task.operations()).stream()),
                        allNumbers.stream()
                                .flatMap(number ->
                                        Linearizability.violation(new OnceOnly(), number.operations()).stream()))
                .map(Violation::toString)
                .toList();
        return new Findings(
                operations.size(),
                (int) operations.stream()
                        .filter(operation -> !operation.isAnswered())
                        .count(),
                tasks.size(),
                tasks.stream()
                        .mapToInt(task -> task.assertKept(nodes.get(0), GP))
                        .sum(),
                allNumbers.size(),
                violations,
                List.copyOf(strange));
    }
}
