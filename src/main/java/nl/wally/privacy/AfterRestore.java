package nl.wally.privacy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Before the port opens: erases again whatever the list of erasures knows and the database does not, because it was restored
 * from an older backup; and brings the list up to the database.
 */
@Component
class AfterRestore implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(AfterRestore.class);

    /** Before the web server, which Boot starts in phase DEFAULT_PHASE - 2048, and before the demo region. */
    private static final int BEFORE_THE_WEB_SERVER = DEFAULT_PHASE - 8192;

    private final ErasureList list;
    private final Certificates certificates;
    private final Erasures erasures;
    private volatile boolean running;

    AfterRestore(ErasureList list, Certificates certificates, Erasures erasures) {
        this.list = list;
        this.certificates = certificates;
        this.erasures = erasures;
    }

    @Override
    public void start() {
        catchUp();
        running = true;
    }

    /** Makes database and list tell the same; says how many erasures had to be done again. */
    int catchUp() {
        List<Certificate> listed = list.all();
        Set<UUID> known = Set.copyOf(
                certificates.known(listed.stream().map(Certificate::id).toList()));
        List<Certificate> undone = listed.stream()
                .filter(certificate -> !known.contains(certificate.id()))
                .toList();
        undone.forEach(erasures::repeat);
        if (!undone.isEmpty()) {
            LOG.warn("{} erasures were done again: the database knew nothing of them", undone.size());
        }
        list.complete(certificates.all());
        return undone.size();
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return BEFORE_THE_WEB_SERVER;
    }
}
