package nl.wally.clock;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.wally.clock.Promises.Planned;
import nl.wally.clock.Promises.Unplanned;
import nl.wally.fhir.Custodies;
import nl.wally.fhir.Pipeline;
import nl.wally.fhir.Submission;
import nl.wally.team.Teams;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks which clocks strike, on one node at a time: first sets those that are still to be set, many at once, then has each
 * Task whose clock strikes looked after in a transaction of its own, under the lock of its referral. An index answers both
 * questions, however many referrals there are.
 */
@Component
public class ClockSweep {
    private static final Logger LOG = LoggerFactory.getLogger(ClockSweep.class);
    private static final int MOST_AT_ONCE = 500;
    private static final Duration AFTER_STUMBLING = Duration.ofMinutes(10);

    private final Promises promises;
    private final EscalationRules rules;
    private final Ladders ladders;
    private final Teams teams;
    private final Custodies custodies;
    private final Pipeline pipeline;
    private final Clock clock;
    private final TransactionTemplate together;

    ClockSweep(
            Promises promises,
            EscalationRules rules,
            Ladders ladders,
            Teams teams,
            Custodies custodies,
            Pipeline pipeline,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.promises = promises;
        this.rules = rules;
        this.ladders = ladders;
        this.teams = teams;
        this.custodies = custodies;
        this.pipeline = pipeline;
        this.clock = clock;
        this.together = new TransactionTemplate(transactions);
    }

    /** Looks once; does nothing when another node is looking. */
    public void run() {
        custodies.alone("clock-sweep", this::sweep);
    }

    private void sweep() {
        int planned = MOST_AT_ONCE;
        while (planned == MOST_AT_ONCE) {
            planned = Optional.ofNullable(together.execute(status -> plan(new Known())))
                    .orElse(0);
        }
        Instant now = clock.instant();
        Set<UUID> struck = new HashSet<>();
        for (List<UUID> tasks = promises.striking(now, MOST_AT_ONCE);
                !tasks.isEmpty();
                tasks = promises.striking(now, MOST_AT_ONCE)) {
            tasks.forEach(task -> {
                if (struck.add(task)) {
                    strike(task, now);
                } else {
                    promises.postpone(task, now, now.plus(AFTER_STUMBLING));
                }
            });
        }
    }

    private int plan(Known known) {
        List<Unplanned> unplanned = promises.unplanned(MOST_AT_ONCE);
        promises.plan(unplanned.stream().map(one -> planned(one, known)).toList());
        return unplanned.size();
    }

    private Planned planned(Unplanned one, Known known) {
        try {
            return new Planned(
                    one.promise(),
                    rules.next(one.promise(), known.ladder(one.coordination()), known.keeper(one))
                            .orElse(null));
        } catch (IllegalArgumentException | DateTimeException stumbled) {
            // One that cannot be worked out must not keep all others from being set.
            LOG.error("The clock could not be set for {}", one.promise().reference(), stumbled);
            return new Planned(one.promise(), clock.instant().plus(AFTER_STUMBLING));
        }
    }

    private void strike(UUID task, Instant now) {
        try {
            pipeline.submit(Submission.ofSystem(now, List.of("Task/" + task)));
        } catch (RuntimeException stumbled) {
            // One that cannot be told must not keep the others from being told; it is tried again.
            LOG.error("The clock struck in vain for Task/{}", task, stumbled);
            promises.postpone(task, now, now.plus(AFTER_STUMBLING));
        }
    }

    /** People and organisations, each read once. */
    private final class Known {
        private final Map<String, Optional<PractitionerRole>> roles = new HashMap<>();
        private final Map<String, Ladder> ladderOf = new HashMap<>();

        Ladder ladder(String coordination) {
            return ladderOf.computeIfAbsent(coordination, ladders::of);
        }

        Optional<PractitionerRole> keeper(Unplanned one) {
            return one.promise().kind().isOfOwner()
                    ? roles.computeIfAbsent(one.owner(), teams::role)
                    : Optional.empty();
        }
    }
}
