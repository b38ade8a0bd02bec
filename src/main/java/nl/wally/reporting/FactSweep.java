package nl.wally.reporting;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.wally.fhir.Custodies;
import nl.wally.team.WorkingCalendar;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks up, on one node at a time, what is counted of the referrals to which something happened, and then publishes the
 * quarters whose time has come. An index knows the former, also when there are a million others.
 */
@Component
class FactSweep {
    private static final Logger LOG = LoggerFactory.getLogger(FactSweep.class);
    private static final int AT_ONCE = 200;
    private static final UUID FIRST = new UUID(0, 0);

    private final Facts facts;
    private final FactFinding finding;
    private final Publishing publishing;
    private final Publications publications;
    private final ReportingProperties settings;
    private final WorkingCalendar calendar;
    private final Custodies custodies;
    private final Clock clock;
    private final TransactionTemplate together;

    FactSweep(
            Facts facts,
            FactFinding finding,
            Publishing publishing,
            Publications publications,
            ReportingProperties settings,
            WorkingCalendar calendar,
            Custodies custodies,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.facts = facts;
        this.finding = finding;
        this.publishing = publishing;
        this.publications = publications;
        this.settings = settings;
        this.calendar = calendar;
        this.custodies = custodies;
        this.clock = clock;
        this.together = new TransactionTemplate(transactions);
    }

    /** Looks once; does nothing when another node is looking. */
    void run() {
        custodies.alone("reporting-sweep", this::sweep);
    }

    private void sweep() {
        if (lookUp()) {
            publish();
        }
    }

    /** Says whether everything is known now: numbers of which some are missing are not published. */
    private boolean lookUp() {
        Optional<Quarter> closed = publications.last();
        boolean complete = true;
        List<UUID> some = facts.stale(FIRST, AT_ONCE);
        while (!some.isEmpty()) {
            for (UUID task : some) {
                complete &= lookUp(task, closed);
            }
            some = facts.stale(some.get(some.size() - 1), AT_ONCE);
        }
        return complete;
    }

    private boolean lookUp(UUID task, Optional<Quarter> closed) {
        try {
            together.executeWithoutResult(
                    status -> facts.lock(task).ifPresent(stale -> keep(task, finding.find(stale), closed)));
            return true;
        } catch (RuntimeException stumbled) {
            // One that cannot be read must not keep the others from being counted; it is tried again.
            LOG.error("What is counted of Task/{} could not be looked up", task, stumbled);
            return false;
        }
    }

    /** What belongs to a quarter that is published is counted, or was too late to be. */
    private void keep(UUID task, Optional<Fact> found, Optional<Quarter> closed) {
        found.filter(fact -> closed.filter(last -> Quarter.of(fact.received()).compareTo(last) <= 0)
                        .isEmpty())
                .ifPresentOrElse(facts::keep, () -> facts.drop(List.of(task)));
    }

    private void publish() {
        Instant now = clock.instant();
        LocalDate settled = now.minus(settings.settle()).atZone(calendar.zone()).toLocalDate();
        Optional<Quarter> next = publications
                .last()
                .map(Quarter::next)
                .or(() -> Optional.ofNullable(facts.first()).map(Quarter::of));
        while (next.isPresent() && !next.get().end().isAfter(settled)) {
            Quarter quarter = next.get();
            together.executeWithoutResult(status -> publishing.publish(quarter, now));
            next = Optional.of(quarter.next());
        }
    }
}
