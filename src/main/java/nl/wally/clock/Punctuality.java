package nl.wally.clock;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import nl.wally.clock.Promise.Kind;
import nl.wally.team.WorkingCalendar;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Metrics {@code wally_promises_kept} and {@code wally_first_contact_working_days}: whether promises are kept in time, and
 * after how many working days a person hears from the Wally (W-3, W-8). Counted on the node that did it, once it is
 * committed.
 */
@Component
class Punctuality implements MeterBinder {
    private final WorkingCalendar calendar;
    private final Map<Kind, LongAdder> inTime = adders();
    private final Map<Kind, LongAdder> late = adders();
    private @Nullable DistributionSummary firstContact;

    Punctuality(WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        inTime.forEach((kind, count) -> show(registry, kind, count, "true"));
        late.forEach((kind, count) -> show(registry, kind, count, "false"));
        firstContact = DistributionSummary.builder("wally.first.contact.working.days")
                .description("Working days from the receipt of a referral to the first contact attempt")
                .serviceLevelObjectives(0.5, 1, 2, 3, 4, 5, 7, 10, 15, 20)
                .register(registry);
    }

    /** These are kept as of now, if the transaction at hand is committed. */
    void kept(List<Promise> promises, Instant now) {
        if (!promises.isEmpty() && TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                // Not after the commit: what fails there reaches the client, who would send again what is stored.
                @Override
                public void afterCompletion(int status) {
                    if (status == STATUS_COMMITTED) {
                        promises.forEach(promise -> count(promise, now));
                    }
                }
            });
        }
    }

    private void count(Promise promise, Instant now) {
        var counted = now.isAfter(promise.due()) && promise.pausedAt() == null ? late : inTime;
        counted.getOrDefault(promise.kind(), new LongAdder()).increment();
        if (promise.kind() == Kind.FIRST_CONTACT && firstContact != null) {
            // In days of the office, whoever's days the promise was counted in: so that all can be held side by side.
            firstContact.record(calendar.workingDaysBetween(promise.since(), now, new PractitionerRole()));
        }
    }

    private static void show(MeterRegistry registry, Kind kind, LongAdder count, String inTime) {
        FunctionCounter.builder("wally.promises.kept", count, LongAdder::sum)
                .description("Promises that were kept, in time or late")
                .tag("promise", kind.code())
                .tag("in_time", inTime)
                .register(registry);
    }

    private static Map<Kind, LongAdder> adders() {
        Map<Kind, LongAdder> all = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            all.put(kind, new LongAdder());
        }
        return all;
    }
}
