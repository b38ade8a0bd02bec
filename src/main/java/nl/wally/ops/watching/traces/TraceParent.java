package nl.wally.ops.watching.traces;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The header by which systems tell each other to which trace something belongs (https://www.w3.org/TR/trace-context). Ids
 * only: what vendors add (tracestate, baggage) is free text, which is neither taken from a client nor passed on.
 */
final class TraceParent {
    static final String NAME = "traceparent";

    private static final W3CTraceContextPropagator FORM = W3CTraceContextPropagator.getInstance();

    private TraceParent() {}

    /** The parent that was sent; none where nothing was sent or it has another form. */
    static Context read(Optional<String> sent) {
        return FORM.extract(Context.root(), sent, new Alone());
    }

    /** What belongs to this says so. */
    static String of(Span parent) {
        Map<String, String> headers = new HashMap<>();
        FORM.inject(Context.root().with(parent), headers, (into, name, value) -> headers.put(name, value));
        return String.valueOf(headers.get(NAME));
    }

    private static final class Alone implements TextMapGetter<Optional<String>> {
        @Override
        public Iterable<String> keys(Optional<String> sent) {
            return List.of(NAME);
        }

        @Override
        public @Nullable String get(@Nullable Optional<String> sent, String name) {
            return sent != null && name.equals(NAME) ? sent.orElse(null) : null;
        }
    }
}
