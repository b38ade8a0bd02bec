package nl.wally.attack;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.LoggerFactory;

/**
 * All that is logged while it is open, at the levels of production (where the tests' own logback file does not count), and
 * of PostgreSQL every line that it prints.
 */
public final class OverheardLog extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    private final Collection<String> lines = new ConcurrentLinkedQueue<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Logger postgres = (Logger) LoggerFactory.getLogger("postgres");
    private final Level rootBefore = root.getLevel();
    private final Level postgresBefore = postgres.getLevel();

    public OverheardLog() {
        root.setLevel(Level.INFO);
        postgres.setLevel(Level.DEBUG);
        start();
        root.addAppender(this);
    }

    @Override
    protected void append(ILoggingEvent event) {
        lines.add(event.getLoggerName() + " " + event.getFormattedMessage() + " " + event.getMDCPropertyMap()
                + (event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy())));
    }

    public Collection<String> lines() {
        return lines;
    }

    @Override
    public void close() {
        root.detachAppender(this);
        root.setLevel(rootBefore);
        postgres.setLevel(postgresBefore);
    }
}
