package nl.wally.ops.watching.traces;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import java.util.Map;
import java.util.Optional;
import nl.wally.fhir.Traces;

/** A span for each thing that is sent. */
record OutgoingSpans(Tracer tracer) implements Traces {
    @Override
    public Part begin(String what, Optional<String> cause) {
        return new Sent(tracer.spanBuilder(what)
                .setParent(TraceParent.read(cause))
                .setSpanKind(SpanKind.CLIENT)
                .startSpan());
    }

    private record Sent(Span span) implements Part {
        @Override
        public Map<String, String> headers() {
            return Map.of(TraceParent.NAME, TraceParent.of(span));
        }

        @Override
        public void end(String outcome, boolean well) {
            span.setAttribute("outcome", outcome);
            if (!well) {
                span.setStatus(StatusCode.ERROR);
            }
            span.end();
        }
    }
}
