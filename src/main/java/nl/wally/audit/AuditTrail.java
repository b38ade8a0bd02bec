package nl.wally.audit;

import java.time.Clock;
import java.util.List;
import nl.wally.fhir.RequestAtHand;
import nl.wally.fhir.Trail;
import nl.wally.shared.Occurrence;
import nl.wally.shared.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Signs what happened and writes it: with the write that it belongs to, or in a transaction that many requests share. */
final class AuditTrail implements Trail {
    private static final Logger LOG = LoggerFactory.getLogger(AuditTrail.class);

    private final Records records;
    private final GroupCommit<Entry> together;
    private final Strangers strangers;
    private final Tally tally;
    private final Clock clock;

    AuditTrail(Records records, Strangers strangers, Tally tally, Clock clock) {
        this.records = records;
        this.together = new GroupCommit<>(records::write);
        this.strangers = strangers;
        this.tally = tally;
        this.clock = clock;
    }

    @Override
    public void note(Occurrence what) {
        tally.count(what);
        Entry entry = Entry.of(what, RequestAtHand.current(), clock.instant());
        // Whoever is held up for asking too often must not fill the log instead.
        if (what.caller() == null || what.refused() == Problem.TOO_MANY_REQUESTS) {
            strangers.add(entry);
        } else if (TransactionSynchronizationManager.isActualTransactionActive()) {
            onlyIfItCan(() -> records.write(List.of(entry)));
            RequestAtHand.current().ifPresent(AuditTrail::markAfterCommit);
        } else {
            onlyIfItCan(() -> together.commit(entry));
        }
    }

    /** Records what strangers did meanwhile. Nothing was given away to them, so none of it had to wait for that. */
    void noteStrangers() {
        List<Entry> entries = strangers.take();
        if (!entries.isEmpty()) {
            try {
                records.write(entries);
            } catch (RuntimeException failure) {
                strangers.putBack(entries);
                throw failure;
            }
        }
    }

    private static void markAfterCommit(RequestAtHand request) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                request.writeIsOnRecord();
            }
        });
    }

    /** Whatever is wrong with the log, to the caller the server is not available: its own request was right. */
    private static void onlyIfItCan(Runnable write) {
        try {
            write.run();
        } catch (DataAccessException | TransactionException failure) {
            LOG.error("What happened cannot be recorded: {}", failure.getClass().getSimpleName());
            throw new DataAccessResourceFailureException("What happened cannot be recorded", failure);
        }
    }
}
