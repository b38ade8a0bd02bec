package nl.wally.simulator.check;

import ca.uhn.fhir.context.FhirContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import nl.wally.shared.Caller;
import nl.wally.shared.Caller.Capacity;
import nl.wally.simulator.DemoCallers;

/**
 * The checks under way, at most one for each client of the demo region. In the memory of this node: a trial that is cut off
 * by a restart is begun again, and whoever runs several nodes sends a client that is checked to one of them.
 */
final class Checks {
    private static final Duration LONGEST = Duration.ofHours(8);

    private final Desk desk;
    private final FhirContext context;
    private final Map<String, Check> byClient = new ConcurrentHashMap<>();

    Checks(Desk desk, FhirContext context) {
        this.desk = desk;
        this.context = context;
    }

    /** Whether there is a check for this caller at all: a HIS or a social worker of the demo region. */
    static boolean isFor(Caller caller) {
        boolean whole =
                caller.capacity() != Capacity.SOCIAL_WORKER || caller.person().isPresent();
        return DemoCallers.include(caller) && Checklist.isFor(caller.capacity()) && whole;
    }

    /** Begins a check of this client; one that was under way is forgotten. */
    Check begin(Caller caller) {
        byClient.remove(caller.client());
        var check = new Check(caller, desk.clock(), diary -> play(caller, diary));
        byClient.put(caller.client(), check);
        return check;
    }

    /** The check of this client that is under way. */
    Optional<Check> of(String client) {
        if (byClient.isEmpty()) {
            return Optional.empty();
        }
        Instant oldest = desk.clock().instant().minus(LONGEST);
        byClient.values().removeIf(check -> check.isOlderThan(oldest));
        return Optional.ofNullable(byClient.get(client));
    }

    /** Nothing of this client is looked at or disturbed any more. */
    void end(String client) {
        byClient.remove(client);
    }

    boolean areNone() {
        return byClient.isEmpty();
    }

    private Play play(Caller caller, BiConsumer<Log.Kind, String> diary) {
        if (caller.capacity() == Capacity.PRACTICE) {
            return new PlayForHis(new PlayedWally(desk), diary);
        }
        var practice = new PlayedPractice(desk, context, caller.agent());
        return new PlayForSocialWorker(practice, Checklist.of(caller.capacity()).useCases(), diary);
    }
}
