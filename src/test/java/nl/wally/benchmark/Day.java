package nl.wally.benchmark;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import nl.wally.access.AssertingClient;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;

/**
 * What everybody does all day, in rounds that are alike: in each a referral comes in and another one ends, and around that
 * systems poll and people look at pages, as often for each referral as they do in life or more. For one thread.
 */
final class Day {
    /** What belongs to one round, in words. */
    static final String ROUND = "one referral sent, one answered in five requests (one in ten is taken back instead),"
            + " 4 polls, 1 work list, 4 reads, 1 status by number, 5 pages by people who are signed in, 1 token,"
            + " and one validation in three rounds";

    private static final int POLLS = 4;
    private static final int READS = 4;

    private final URI base;
    private final Region region;
    private final Mixes mixes;
    private final AssertingClient his;
    private final int underWay;
    private final List<Stroll> people;
    private final Deque<Mixes.SeededReferral> open = new ArrayDeque<>();
    private final Queue<Deed> left = new ArrayDeque<>();
    private int rounds;

    /** Something that somebody does. */
    record Deed(String name, Action action) {}

    /** What it takes. */
    interface Action {
        void run() throws Exception;
    }

    /** @param underWay so many referrals are open at a time */
    Day(URI base, Region region, Mixes mixes, AssertingClient his, int underWay) {
        this.base = base;
        this.region = region;
        this.mixes = mixes;
        this.his = his;
        this.underWay = underWay;
        this.people = List.of("sanne", "joris", "vandijk", "coordinator", "privacy").stream()
                .map(person -> new Stroll(base, person))
                .toList();
    }

    /** The file of clients in which this one stands; it asks for tokens of the first practice. */
    static Path clientsFile(Path folder, AssertingClient his) throws IOException {
        return Files.writeString(
                folder.resolve("clients.yaml"),
                "clients: [{id: his-soak, capacity: practice, organization: Organization/practice-1,"
                        + " scopes: [system/*.cruds], jwks: " + his.publicKeys() + "}]");
    }

    /** Days of several clients as one operation: the next deed of a day that nobody is at. */
    static Load.Operation operation(java.util.function.Supplier<Day> fresh) {
        Queue<Day> idle = new ConcurrentLinkedQueue<>();
        return client -> {
            Day waiting = idle.poll();
            Day day = waiting == null ? fresh.get() : waiting;
            try {
                day.next().action().run();
            } finally {
                idle.add(day);
            }
        };
    }

    /** The deeds of one round; each is to be done before the next. */
    List<Deed> round() {
        int round = rounds++;
        // Half of all at the practice whose systems are told and whose people look at pages.
        int practice = round % 2 == 0 ? 1 : ThreadLocalRandom.current().nextInt(3, region.practices() + 1);
        List<Deed> deeds = new ArrayList<>();
        deeds.add(new Deed("intake", () -> send(practice)));
        deeds.addAll(Collections.nCopies(POLLS, new Deed("poll", mixes::poll)));
        deeds.add(new Deed("work list", mixes::workList));
        deeds.addAll(Collections.nCopies(READS, new Deed("read", () -> mixes.read(open.getLast()))));
        deeds.add(new Deed("status by number", () -> mixes.status(open.getLast())));
        people.forEach(person -> deeds.add(new Deed("page", person::goOn)));
        deeds.add(new Deed("token", this::token));
        if (round % 3 == 0) {
            deeds.add(new Deed("$validate", mixes::validate));
        }
        if (round >= underWay) {
            deeds.add(
                    round % 10 == 0
                            ? new Deed("cancel", () -> mixes.cancel(open.remove()))
                            : new Deed("answer", () -> mixes.answer(open.remove())));
        }
        return deeds;
    }

    private Deed next() {
        if (left.isEmpty()) {
            left.addAll(round());
        }
        return left.remove();
    }

    private void send(int practice) throws IOException, InterruptedException {
        Mixes.SeededReferral sent = referral(mixes.refer(practice));
        mixes.reserve(sent);
        open.add(sent);
    }

    /** Proven with a key, so that each leaves a trace of its own. */
    private void token() {
        var answer = his.ask(base);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
    }

    private static Mixes.SeededReferral referral(String answer) {
        List<Resource> all = ((Bundle) Json.resource(answer))
                .getEntry().stream()
                        .map(Bundle.BundleEntryComponent::getResource)
                        .toList();
        Task task = part(all, Task.class);
        return new Mixes.SeededReferral(
                task.getIdElement().getIdPart(),
                part(all, CommunicationRequest.class).getIdElement().getIdPart(),
                task.getOwner().getReference(),
                part(all, ServiceRequest.class)
                        .getRequester()
                        .getReference()
                        .replace("PractitionerRole/gp", "Organization/practice"),
                task.getIdentifierFirstRep().getValue());
    }

    private static <T extends Resource> T part(List<Resource> all, Class<T> type) {
        return all.stream().filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
    }
}
