package nl.wally.fhir.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import nl.wally.fhir.Admission;
import nl.wally.fhir.Admission.Kind;
import nl.wally.fhir.CurrentCaller;
import nl.wally.fhir.RequestAtHand;
import nl.wally.shared.RefusedException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.springframework.web.util.WebUtils;

/**
 * Lets a request in when there is a place for it, or asks to come back. It stands where the caller is known and the body has
 * come in, and before anything asks the database; the place is free again before the answer leaves. So nobody holds one who
 * sends or reads slowly. Whoever is not known to anybody passes: for them there are no more than pages that cost nothing.
 */
class AdmissionFilter extends OncePerRequestFilter {
    private final Admission admission;
    private final CurrentCaller caller;
    private final Duration deadline;
    private final Refuser refuser;

    /** @param deadline how long a request may go on from here before it begins nothing new */
    AdmissionFilter(Admission admission, CurrentCaller caller, Duration deadline, Refuser refuser) {
        this.admission = admission;
        this.caller = caller;
        this.deadline = deadline;
        this.refuser = refuser;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> who = who();
        if (who.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        RequestAtHand.current().ifPresent(one -> one.endBefore(System.nanoTime() + deadline.toNanos()));
        Admission.Place place;
        try {
            place = admission.enter(Kind.of(request.getMethod(), request.getRequestURI()), who.get());
        } catch (RefusedException full) {
            if (!request.getServletPath().startsWith("/fhir")) {
                // The chain of the pages says it in a page.
                throw full;
            }
            refuser.refuse(request, response, full);
            return;
        }
        boolean isKept = WebUtils.getNativeResponse(response, ContentCachingResponseWrapper.class) != null;
        var answer = isKept ? response : new ContentCachingResponseWrapper(response);
        try (place) {
            chain.doFilter(request, answer);
        }
        if (answer instanceof ContentCachingResponseWrapper kept) {
            kept.copyBodyToResponse();
        }
    }

    /** The same that {@link PaceFilter} counts by; on pages that is each person. */
    private Optional<String> who() {
        try {
            return Optional.of(caller.current().client());
        } catch (RefusedException nobody) {
            return Optional.empty();
        }
    }
}
