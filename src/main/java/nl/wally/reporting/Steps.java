package nl.wally.reporting;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import nl.wally.notification.Event;
import nl.wally.notification.EventReader;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Metric {@code wally_referrals_reached}: how many referrals came to each state. Counted when events are passed on, which
 * costs no request anything; by the one node that passes them on, so that all nodes together have the sum.
 */
@Component
class Steps implements EventReader, MeterBinder {
    private static final String CODE_OF_A_REFERRAL = "fulfill";

    private final Map<String, LongAdder> reached = new LinkedHashMap<>();

    Steps() {
        Stream.of(
                        "requested",
                        "received",
                        "accepted",
                        "in-progress",
                        "on-hold",
                        "completed",
                        "rejected",
                        "cancelled",
                        "failed",
                        "entered-in-error")
                .forEach(state -> reached.put(state, new LongAdder()));
    }

    @Override
    public void read(List<Event> events) {
        List<LongAdder> counts = events.stream()
                .filter(event ->
                        event.kind() == Event.Kind.CHANGED && event.type().equals("Task"))
                .filter(event ->
                        event.fact("code").filter(CODE_OF_A_REFERRAL::equals).isPresent())
                .filter(event -> event.isChanged("status"))
                .flatMap(event -> event.fact("status").stream())
                .filter(reached::containsKey)
                .map(reached::get)
                .toList();
        if (!counts.isEmpty() && TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    counts.forEach(LongAdder::increment);
                }
            });
        }
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        reached.forEach((state, count) -> FunctionCounter.builder("wally.referrals.reached", count, LongAdder::sum)
                .description("Referrals that came to this state")
                .tag("state", state)
                .register(registry));
    }
}
