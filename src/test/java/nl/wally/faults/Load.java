package nl.wally.faults;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import nl.wally.Beside;
import nl.wally.FhirClient;
import nl.wally.FhirClient.Answer;
import nl.wally.Messages;
import nl.wally.faults.Ledger.Deed;
import nl.wally.faults.Ledger.Entry;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;

/** Clients that refer, accept, begin and tell, one after the other, for as long as they are let. */
final class Load implements AutoCloseable {
    static final String GP = "his-demo-1";
    static final String SANNE = "wally-demo-1";

    /** How long a client that is told to stop goes on trying to hear what has become of its last write. */
    private static final Duration LAST_WORD = Duration.ofSeconds(20);

    private final Ledger ledger;
    private final Outage unwritten;
    private final Persistent caller;
    private final List<Thread> clients = new ArrayList<>();
    private volatile boolean over;
    private volatile long lastWord;

    /** So many clients at these nodes, each of which begins at another one. */
    Load(int clients, List<URI> nodes, Ledger ledger, Outage unanswered, Outage unwritten) {
        this.ledger = ledger;
        this.unwritten = unwritten;
        this.caller = new Persistent(nodes, unanswered);
        for (int client = 0; client < clients; client++) {
            Persistent.Line line = caller.new Line(client);
            Thread thread = new Thread(() -> work(line), "client-" + client);
            thread.setDaemon(true);
            this.clients.add(thread);
        }
        this.clients.forEach(Thread::start);
    }

    /** What they did. */
    Persistent caller() {
        return caller;
    }

    /** Nobody will tell any more what has become of anything. */
    void giveUp() {
        lastWord = System.nanoTime();
        over = true;
    }

    /** Lets each end what it does, and hear what has become of it. */
    @Override
    public void close() throws InterruptedException {
        if (!over) {
            lastWord = System.nanoTime() + LAST_WORD.toNanos();
            over = true;
        }
        for (Thread client : clients) {
            client.join();
        }
    }

    private void work(Persistent.Line line) {
        while (!over) {
            try {
                live(line);
            } catch (Persistent.GivenUp strangeOrLate) {
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
        }
    }

    private void live(Persistent.Line line) {
        Bundle referral = Messages.referral(1);
        String number = Messages.part(referral, ServiceRequest.class)
                .getIdentifierFirstRep()
                .getValue();
        Task referred = refer(line, referral, ledger.open(number, Deed.REFERRED));
        Task seen = read(line, SANNE, referred);
        Task accepted = step(line, seen, ledger.open(number, Deed.ACCEPTED), TaskStatus.ACCEPTED);
        step(line, accepted, ledger.open(number, Deed.BEGUN), TaskStatus.INPROGRESS);
        tell(line, read(line, GP, referred), ledger.open(number, Deed.TOLD));
    }

    /** A referral is recognised by its number, and so is sent again as it was. */
    private Task refer(Persistent.Line line, Bundle bundle, Entry entry) {
        while (true) {
            entry.sent();
            Optional<Task> task =
                    line.ask(GP, node -> Persistent.post(node, GP, bundle)).map(Load::task);
            if (task.isPresent()) {
                return acknowledged(entry, task.get());
            }
            giveUpWhenOver();
        }
    }

    private Task step(Persistent.Line line, Task seen, Entry entry, TaskStatus status) {
        return change(
                line,
                SANNE,
                entry,
                seen,
                now -> now.getStatus() == status,
                (node, now) -> Persistent.put(node, SANNE, now.copy().setStatus(status)));
    }

    private void tell(Persistent.Line line, Task seen, Entry entry) {
        change(line, GP, entry, seen, Task::hasInput, (node, now) -> {
            String url = "urn:uuid:" + UUID.randomUUID();
            Bundle bundle = Beside.transaction();
            Beside.post(bundle, Beside.message(now, entry.text())).setFullUrl(url);
            return Persistent.post(node, GP, Beside.put(bundle, Beside.informed(now, url)));
        });
    }

    /** Without an answer it reads, and does once more what has not been done. */
    private Task change(
            Persistent.Line line,
            String client,
            Entry entry,
            Task seen,
            Predicate<Task> done,
            BiFunction<FhirClient, Task, HttpRequest.Builder> write) {
        Task now = seen;
        while (true) {
            Task known = now;
            entry.sent();
            Optional<Task> changed =
                    line.ask(client, node -> write.apply(node, known)).map(Load::task);
            Task found = changed.isPresent() ? changed.get() : read(line, client, known);
            if (changed.isPresent() || done.test(found)) {
                return acknowledged(entry, found);
            }
            now = found;
            giveUpWhenOver();
        }
    }

    private Task read(Persistent.Line line, String client, Task task) {
        return insist(line, client, node -> Persistent.get(node, client, "/" + Beside.reference(task)))
                .resource(Task.class);
    }

    private Answer insist(Persistent.Line line, String client, Function<FhirClient, HttpRequest.Builder> request) {
        while (true) {
            Optional<Answer> answer = line.ask(client, request);
            if (answer.isPresent()) {
                return answer.get();
            }
            giveUpWhenOver();
        }
    }

    private Task acknowledged(Entry entry, Task task) {
        entry.acknowledged(task.getIdElement().getIdPart(), task.getMeta().getVersionId());
        unwritten.over();
        return task;
    }

    private static Task task(Answer answer) {
        return answer.resource() instanceof Bundle ? answer.first(Task.class) : answer.resource(Task.class);
    }

    private void giveUpWhenOver() {
        if (over && System.nanoTime() > lastWord) {
            throw new Persistent.GivenUp();
        }
    }
}
