package nl.wally.ops.watching.traces;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.wally.fhir.RequestAtHand;
import org.slf4j.MDC;
import org.springframework.http.server.observation.ServerRequestObservationContext;

/**
 * A span for each request, under the name and with the codes that the metrics have of it, in the trace of the client. The
 * span is never that of the thread, so no library can add to it what it thinks worth telling.
 */
final class RequestSpans implements ObservationHandler<ServerRequestObservationContext> {
    /** Asked every few seconds for years. */
    private static final Set<String> PROBES = Set.of("/livez", "/readyz", "/version");

    /** What the metrics call it, and the semantic conventions of OpenTelemetry. */
    private static final Map<String, String> NAMES = Map.of(
            "method", "http.request.method",
            "uri", "http.route",
            "status", "http.response.status_code",
            "outcome", "outcome",
            "exception", "error.type");

    private final Tracer tracer;

    RequestSpans(Tracer tracer) {
        this.tracer = tracer;
    }

    @Override
    public boolean supportsContext(Observation.Context context) {
        return context instanceof ServerRequestObservationContext;
    }

    /** What has no request at hand came in by the operator's port. */
    @Override
    public void onStart(ServerRequestObservationContext context) {
        var request = context.getCarrier();
        Optional<RequestAtHand> asked = RequestAtHand.current();
        if (request == null || asked.isEmpty() || PROBES.contains(request.getRequestURI())) {
            return;
        }
        Span span = tracer.spanBuilder("request")
                .setParent(TraceParent.read(Optional.ofNullable(request.getHeader(TraceParent.NAME))))
                .setSpanKind(SpanKind.SERVER)
                .startSpan();
        context.put(Span.class, span);
        asked.get().isPartOf(TraceParent.of(span));
    }

    /** Log lines of the request carry these from now on, instead of those that the client sent. */
    @Override
    public void onScopeOpened(ServerRequestObservationContext context) {
        Span span = context.get(Span.class);
        if (span != null) {
            MDC.put("traceId", span.getSpanContext().getTraceId());
            MDC.put("spanId", span.getSpanContext().getSpanId());
        }
    }

    @Override
    public void onScopeClosed(ServerRequestObservationContext context) {
        if (context.get(Span.class) != null) {
            MDC.remove("traceId");
            MDC.remove("spanId");
        }
    }

    @Override
    public void onStop(ServerRequestObservationContext context) {
        Span span = context.get(Span.class);
        if (span == null) {
            return;
        }
        span.updateName(String.valueOf(context.getContextualName()));
        for (KeyValue code : context.getLowCardinalityKeyValues()) {
            String name = NAMES.get(code.getKey());
            if (name != null && !code.getValue().equals(KeyValue.NONE_VALUE)) {
                span.setAttribute(name, code.getValue());
            }
        }
        if (context.getResponse() != null && context.getResponse().getStatus() >= 500) {
            span.setStatus(StatusCode.ERROR);
        }
        span.end();
    }
}
