package nl.wally.ops.watching;

import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;

/**
 * Lets nothing wait for a database that is away when this node is told to stop. Else whatever has a last word to store waits
 * for a connection, one after the other and each as long as a request may: sweeps, the outbox, the seal of the audit trail.
 * With a connection in the pool something may be in hand still, and is finished as always.
 */
final class StopWithoutDatabase implements ApplicationListener<ContextClosedEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(StopWithoutDatabase.class);

    private final BooleanSupplier answers;
    private final IntSupplier connections;
    private final Runnable givingUp;

    /**
     * @param answers whether the database does
     * @param connections how many there are in the pool
     * @param givingUp from then on nobody gets or awaits a connection
     */
    StopWithoutDatabase(BooleanSupplier answers, IntSupplier connections, Runnable givingUp) {
        this.answers = answers;
        this.connections = connections;
        this.givingUp = givingUp;
    }

    @Override
    public void onApplicationEvent(ContextClosedEvent stopping) {
        if (connections.getAsInt() == 0 && !answers.getAsBoolean()) {
            LOG.warn("Stopping without the database, which does not answer");
            givingUp.run();
        }
    }
}
