package nl.wally.audit;

import java.io.IOException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the audit trail needs again and again: strangers are recorded, everything is sealed, and the newest seal is noted
 * outside the database, also when another node made it. On a thread of its own, for other clocks may take their time.
 */
final class Sealing implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Sealing.class);

    /** A central log is a second anchor; one line in so many rounds is enough for it. */
    private static final int ROUNDS_PER_LINE = 60;

    private final AuditTrail trail;
    private final Sealer sealer;
    private final AnchorFile anchor;
    private final ScheduledExecutorService thread;
    private long anchored;
    private int rounds;

    Sealing(AuditTrail trail, Sealer sealer, AnchorFile anchor) {
        this.trail = trail;
        this.sealer = sealer;
        this.anchor = anchor;
        this.thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread named = new Thread(work, "audit-sealing");
            named.setDaemon(true);
            return named;
        });
    }

    /** Begins, with this long a wait between two rounds; says so when the log ends before what was anchored. */
    void every(Duration wait) {
        try {
            Seal head = sealer.head();
            anchor.read().stream()
                    .filter(known -> known.seal() > head.number())
                    .findFirst()
                    .ifPresent(known -> LOG.error(
                            "The audit trail ends at seal {}, but seal {} was anchored at {}: an older state was restored, or the"
                                    + " end cut off; see docs/audit.md",
                            head.number(),
                            known.seal(),
                            known.sealedAt()));
        } catch (IOException unreadable) {
            LOG.error(
                    "The anchor of the audit trail cannot be read: {}",
                    unreadable.getClass().getSimpleName());
        }
        thread.scheduleWithFixedDelay(this::round, wait.toMillis(), wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** One round; what fails is tried again in the next. */
    synchronized void round() {
        try {
            trail.noteStrangers();
            sealer.seal();
            anchor(sealer.head());
        } catch (RuntimeException | IOException failure) {
            LOG.error("The audit trail cannot be sealed: {}", failure.getClass().getSimpleName());
        }
    }

    private void anchor(Seal head) throws IOException {
        if (head.number() == anchored) {
            return;
        }
        anchor.add(head);
        anchored = head.number();
        if (rounds++ % ROUNDS_PER_LINE == 0) {
            LOG.info(
                    "Audit trail: seal {} over {} records is {}",
                    head.number(),
                    head.total(),
                    HexFormat.of().formatHex(head.hash()));
        }
    }

    /** Seals a last time. */
    @Override
    public void close() {
        thread.shutdown();
        round();
    }
}
