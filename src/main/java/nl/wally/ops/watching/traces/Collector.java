package nl.wally.ops.watching.traces;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where spans go. One that is away costs some spans, and two lines in the log: when it began, and when it is over. */
final class Collector implements SpanExporter {
    private static final Logger LOG = LoggerFactory.getLogger(Collector.class);

    private final SpanExporter way;
    private final AtomicBoolean away = new AtomicBoolean();

    Collector(SpanExporter way) {
        this.way = way;
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        CompletableResultCode result = way.export(spans);
        result.whenComplete(() -> note(!result.isSuccess()));
        return result;
    }

    private void note(boolean failed) {
        if (away.getAndSet(failed) == failed) {
            return;
        }
        if (failed) {
            LOG.warn("The collector of traces takes none (wally.ops.traces.collector). They are lost until it does");
        } else {
            LOG.info("The collector of traces takes them again");
        }
    }

    @Override
    public CompletableResultCode flush() {
        return way.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return way.shutdown();
    }
}
