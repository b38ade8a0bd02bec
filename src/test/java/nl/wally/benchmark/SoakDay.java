package nl.wally.benchmark;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import nl.wally.access.AssertingClient;
import org.HdrHistogram.Histogram;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;

/**
 * What everybody does all day, in rounds that are alike: in each a referral comes in and another one ends, and around that
 * systems poll and people look at pages, as often for each referral as they do in life or more.
 */
final class SoakDay {
    private static final long LONGEST = java.time.Duration.ofMinutes(1).toNanos();

    /** So many referrals are under way. */
    private static final int OPEN = 40;

    private static final int POLLS = 4;
    private static final int READS = 4;

    private final URI base;
    private final Region region;
    private final Mixes mixes;
    private final AssertingClient his;
    private final List<Stroll> people;
    private final Deque<Mixes.SeededReferral> open = new ArrayDeque<>();
    private final Map<String, Histogram> times = new LinkedHashMap<>();
    private final Map<String, String> failures = new ConcurrentHashMap<>();
    private final AtomicLong operations = new AtomicLong();
    private int rounds;

    SoakDay(URI base, Region region, Mixes mixes, AssertingClient his) {
        this.base = base;
        this.region = region;
        this.mixes = mixes;
        this.his = his;
        this.people = List.of("sanne", "joris", "vandijk", "coordinator", "privacy").stream()
                .map(person -> new Stroll(base, person))
                .toList();
    }

    /** One round, on one thread; nothing that fails keeps the rest. */
    void round() {
        int round = rounds++;
        // Half of all at the practice whose systems are told and whose people look at pages.
        int practice = round % 2 == 0 ? 1 : ThreadLocalRandom.current().nextInt(3, region.practices() + 1);
        timed("intake", () -> open.add(referral(mixes.refer(practice))));
        for (int n = 0; n < POLLS; n++) {
            timed("poll", mixes::poll);
        }
        timed("work list", mixes::workList);
        for (int n = 0; n < READS && !open.isEmpty(); n++) {
            Mixes.SeededReferral one = open.peekLast();
            timed("read", () -> mixes.read(one));
        }
        for (Stroll person : people) {
            timed("page", person::goOn);
        }
        timed("token", this::token);
        if (round % 3 == 0) {
            timed("$validate", mixes::validate);
        }
        if (open.size() > OPEN) {
            end(open.remove(), round % 10 == 0);
        }
    }

    private void end(Mixes.SeededReferral referral, boolean takenBack) {
        if (takenBack) {
            timed("cancel", () -> mixes.cancel(referral));
        } else {
            timed("answer", () -> mixes.answer(referral));
        }
    }

    /** Proven with a key, so that each leaves a trace of its own. */
    private void token() {
        var answer = his.ask(base);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
    }

    private interface Deed {
        void run() throws Exception;
    }

    private void timed(String operation, Deed deed) {
        long start = System.nanoTime();
        try {
            deed.run();
        } catch (Exception failed) {
            failures.merge(operation, String.valueOf(failed), (first, next) -> first);
        }
        synchronized (times) {
            times.computeIfAbsent(operation, key -> new Histogram(LONGEST, 3))
                    .recordValue(Math.min(System.nanoTime() - start, LONGEST));
        }
        operations.incrementAndGet();
    }

    /** The 95th percentile in milliseconds of each operation since this was asked last. */
    Map<String, Double> slowest() {
        Map<String, Double> slowest = new LinkedHashMap<>();
        synchronized (times) {
            times.forEach((operation, histogram) -> {
                if (histogram.getTotalCount() > 0) {
                    slowest.put("p95 of " + operation + ", ms", histogram.getValueAtPercentile(95) / 1e6);
                }
                histogram.reset();
            });
        }
        return slowest;
    }

    int rounds() {
        return rounds;
    }

    long operations() {
        return operations.get();
    }

    /** What went wrong first with each operation; empty when nothing did. */
    Map<String, String> failures() {
        return failures;
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
                part(all, org.hl7.fhir.r4.model.ServiceRequest.class)
                        .getRequester()
                        .getReference()
                        .replace("PractitionerRole/gp", "Organization/practice"));
    }

    private static <T extends Resource> T part(List<Resource> all, Class<T> type) {
        return all.stream().filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
    }
}
