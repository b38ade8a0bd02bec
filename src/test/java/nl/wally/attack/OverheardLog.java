package nl.wally.attack;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;

/**
 * All that is logged while it is open, at the levels of production (where the tests' own logback file does not count), and
 * of PostgreSQL every line that it prints.
 */
public final class OverheardLog extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    private static final List<String> FORMATS = List.of("ecs", "logstash", "gelf");

    private final Collection<String> lines = new ConcurrentLinkedQueue<>();
    private final Collection<String> json = new ConcurrentLinkedQueue<>();
    private final List<StructuredLogEncoder> encoders =
            FORMATS.stream().map(OverheardLog::encoder).toList();
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
        encoders.forEach(encoder -> json.add(new String(encoder.encode(event), StandardCharsets.UTF_8)));
        lines.add(event.getLoggerName() + " " + event.getFormattedMessage() + " " + event.getMDCPropertyMap()
                + (event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy())));
    }

    /** What a collector of logs gets (logging.structured.format.console), in each format that there is. */
    public Collection<String> json() {
        return json;
    }

    private static StructuredLogEncoder encoder(String format) {
        StructuredLogEncoder encoder = new StructuredLogEncoder();
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        // Where no server was started in this process.
        if (context.getObject(Environment.class.getName()) == null) {
            context.putObject(Environment.class.getName(), new StandardEnvironment());
        }
        encoder.setContext(context);
        encoder.setFormat(format);
        encoder.start();
        return encoder;
    }

    /** Waits until so many lines hold these words, and has this done meanwhile; more is wrong as well. */
    public void await(Runnable meanwhile, String words, int times) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (count(words) < times && System.nanoTime() < end) {
            meanwhile.run();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        if (count(words) != times) {
            throw new AssertionError("Not " + times + " times: " + words + " in " + lines);
        }
    }

    private long count(String words) {
        return lines.stream().filter(line -> line.contains(words)).count();
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
