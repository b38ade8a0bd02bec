package nl.wally.simulator.check;

import ca.uhn.fhir.context.FhirContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.function.Function;
import nl.wally.conformance.Canonicals;
import nl.wally.simulator.check.Play.Disturbance;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingRequestWrapper;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Writes down what a client under check sends and is answered, and lets the play go on around it. */
final class RecordingFilter extends OncePerRequestFilter {
    private final Checks checks;
    private final Function<HttpServletRequest, Optional<String>> who;
    private final FhirContext context;
    private final Transcript transcript;
    private final Clock clock;
    private final int mostBytes;

    /** A filter for one door; {@code who} tells which client asks there, or nothing when that is not certain. */
    RecordingFilter(
            Checks checks,
            Function<HttpServletRequest, Optional<String>> who,
            FhirContext context,
            Clock clock,
            int mostBytes) {
        this.checks = checks;
        this.who = who;
        this.context = context;
        this.transcript = new Transcript(context);
        this.clock = clock;
        this.mostBytes = mostBytes;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return checks.areNone();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Check> check = who.apply(request).flatMap(checks::of);
        if (check.isPresent()) {
            record(check.get(), request, response, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    private void record(Check check, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Transcript.Head head = head(request);
        var nothing = new Transcript.Message("", new byte[0]);
        Optional<Disturbance> instead = check.before(transcript.request(head, nothing));
        if (instead.isPresent()) {
            answer(instead.get(), request, response);
            return;
        }
        // What the simulator did just before belongs to what the client finds.
        Instant at = clock.instant();
        var asked = new ContentCachingRequestWrapper(request, mostBytes);
        var given = new ContentCachingResponseWrapper(response);
        chain.doFilter(asked, given);
        Exchange exchange = transcript.exchange(
                at,
                head,
                new Transcript.Message(text(request.getContentType()), asked.getContentAsByteArray()),
                given.getStatus(),
                text(given.getHeader(HttpHeaders.RETRY_AFTER)),
                new Transcript.Message(text(given.getContentType()), given.getContentAsByteArray()));
        Optional<Disturbance> lost = check.after(exchange);
        if (lost.isPresent()) {
            given.reset();
            answer(lost.get(), request, given);
        }
        given.copyBodyToResponse();
    }

    private static Transcript.Head head(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        String ifMatch = String.join(", ", Collections.list(request.getHeaders(HttpHeaders.IF_MATCH)));
        return new Transcript.Head(request.getMethod(), path, text(request.getQueryString()), ifMatch);
    }

    /** As short as what a gateway says when the server behind it does not answer. */
    private void answer(Disturbance instead, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var outcome = new OperationOutcome();
        var issue = outcome.addIssue().setSeverity(IssueSeverity.ERROR).setCode(IssueType.TRANSIENT);
        issue.getDetails()
                .setText(instead.kind().words().english())
                .addCoding()
                .setSystem(Canonicals.SYSTEM_PROBLEM)
                .setCode(instead.problem().code());
        boolean xml = text(request.getHeader(HttpHeaders.ACCEPT)).contains("fhir+xml");
        String body = (xml ? context.newXmlParser() : context.newJsonParser()).encodeResourceToString(outcome);
        response.setStatus(instead.kind().status());
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(instead.retryAfter()));
        response.setContentType((xml ? "application/fhir+xml" : "application/fhir+json") + ";charset=UTF-8");
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }

    static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
