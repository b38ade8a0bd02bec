package nl.wally.fhir.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.wally.fhir.RequestAtHand;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives each request an id under which client, log and audit trail know it, before anything else looks at it. What a client
 * sends is taken over when it has the form of an id that a machine made; anything else might be a word about a person.
 */
class RequestIdFilter extends OncePerRequestFilter {
    /** See https://hl7.org/fhir/R4/http.html#custom. */
    static final String REQUEST = "X-Request-Id";

    static final String CORRELATION = "X-Correlation-Id";

    /** See https://www.w3.org/TR/trace-context/#traceparent-header. */
    static final String TRACE = "traceparent";

    /** Version 00, ids that are not all zeros, flags. */
    private static final Pattern TRACE_PARENT =
            Pattern.compile("00-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-[0-9a-f]{2}");

    /** A UUID, a trace id of https://www.w3.org/TR/trace-context, or the like. */
    private static final Pattern MADE_BY_A_MACHINE = Pattern.compile("[0-9A-Fa-f-]{16,64}");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String wanted = id(request.getHeader(REQUEST));
        String id = wanted == null ? UUID.randomUUID().toString() : wanted;
        String correlation = id(request.getHeader(CORRELATION));
        response.setHeader(REQUEST, id);
        if (correlation != null) {
            response.setHeader(CORRELATION, correlation);
        }
        RequestAtHand.begin(id, correlation, request.getRemoteAddr(), abandoned(request));
        Map<String, String> marks = marks(id, correlation, request.getHeader(TRACE));
        marks.forEach(MDC::put);
        try {
            chain.doFilter(request, response);
        } finally {
            marks.keySet().forEach(MDC::remove);
            RequestAtHand.end();
        }
    }

    /** Whoever speaks with the socket knows; nobody else does. */
    private static BooleanSupplier abandoned(HttpServletRequest request) {
        return request.getAttribute(RequestAtHand.ABANDONED) instanceof BooleanSupplier told ? told : () -> false;
    }

    /** What marks the log lines of this request where a format shows it (logging.structured.format). */
    private static Map<String, String> marks(String id, @Nullable String correlation, @Nullable String trace) {
        Map<String, String> marks = new HashMap<>();
        marks.put("requestId", id);
        if (correlation != null) {
            marks.put("correlationId", correlation);
        }
        Matcher parent = TRACE_PARENT.matcher(trace == null ? "" : trace);
        if (parent.matches()) {
            marks.put("traceId", parent.group(1));
            marks.put("spanId", parent.group(2));
        }
        return marks;
    }

    private static @Nullable String id(@Nullable String sent) {
        return sent != null && MADE_BY_A_MACHINE.matcher(sent).matches() ? sent : null;
    }
}
