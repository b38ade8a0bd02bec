package nl.wally.privacy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import nl.wally.fhir.Custodies;
import nl.wally.fhir.Expired;
import nl.wally.fhir.Expired.Due;
import nl.wally.fhir.Expired.Place;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Erases what is kept no longer. Looked for on one node at a time, a bounded number at once; each erasure is a transaction of
 * its own, with its certificate. What is left over waits for the next look.
 */
@Component
class RetentionSweep {
    private static final Logger LOG = LoggerFactory.getLogger(RetentionSweep.class);

    /** How often one look asks for more when what it found could not be erased. */
    private static final int MOST_LOOKS = 20;

    private final PrivacyProperties.Retention periods;
    private final Custodies custodies;
    private final Expired expired;
    private final Erasures erasures;
    private final Clock clock;

    RetentionSweep(PrivacyProperties settings, Custodies custodies, Expired expired, Erasures erasures, Clock clock) {
        this.periods = settings.retention();
        this.custodies = custodies;
        this.expired = expired;
        this.erasures = erasures;
        this.clock = clock;
    }

    /** Looks once; does nothing when another node is looking, or when the settings say so. */
    void run() {
        if (periods.enabled()) {
            custodies.alone("retention-sweep", this::sweep);
        }
    }

    private void sweep() {
        erase(Set.of("entered-in-error"), periods.mistakes());
        erase(Set.of("rejected", "cancelled", "failed"), periods.withoutHelp());
        erase(Set.of("completed"), periods.completed());
        Instant by = since(periods.clarification());
        erase((after, most) -> expired.clarifications(by, after, most));
    }

    private void erase(Set<String> statuses, Duration period) {
        Instant by = since(period);
        erase((after, most) -> expired.referrals(statuses, by, after, most));
    }

    /** Goes on past what cannot be erased, so that it keeps nobody else, but not for ever. */
    private void erase(BiFunction<Place, Integer, List<Due>> looking) {
        Place place = Place.FIRST;
        int erased = 0;
        for (int looks = 0; looks < MOST_LOOKS && erased < periods.mostAtOnce(); looks++) {
            List<Due> due = looking.apply(place, periods.mostAtOnce() - erased);
            for (Due one : due) {
                erased += expire(one) ? 1 : 0;
                place = one.place();
            }
            if (due.isEmpty()) {
                return;
            }
        }
    }

    private boolean expire(Due due) {
        try {
            return due.part().isEmpty()
                    ? erasures.expire(due.person(), due.referral()).isPresent()
                    : erasures.expirePart(due.person(), due.referral(), due.part())
                            .isPresent();
        } catch (RuntimeException stumbled) {
            // One that cannot be erased must not keep the others; the next look tries again. Its text might quote.
            LOG.error(
                    "Referral {} is kept longer than it should be: {}",
                    due.referral(),
                    stumbled.getClass().getName());
            return false;
        }
    }

    private Instant since(Duration period) {
        return clock.instant().minus(period);
    }
}
