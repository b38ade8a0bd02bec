package nl.wally.fhir.rest;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.wally.fhir.replica.Replica;
import org.springframework.stereotype.Component;

/**
 * How far behind an answer may be: as far as its client says ({@code Cache-Control: max-stale=10}, RFC 9111, section 5.2.1.2).
 * Where use was made of that, the header Age says how far it may have been, in whole seconds (section 5.1).
 */
@Component
class Staleness {
    private static final Pattern ALLOWED =
            Pattern.compile("(?:^|[,\\s])max-stale(?:=\"?(\\d{1,6})\"?)?(?=$|[,\\s])", Pattern.CASE_INSENSITIVE);

    /** Without a number any age will do; the settings have the last word. */
    private static final Duration ANY = Duration.ofDays(1);

    private final Replica replica;

    Staleness(Replica replica) {
        this.replica = replica;
    }

    /** The answer to a search, found where the client allows it. */
    <T> T within(RequestDetails request, Supplier<T> search) {
        Duration allowed = allowed(Objects.requireNonNullElse(request.getHeaders("Cache-Control"), List.of()));
        if (allowed.isZero()) {
            return search.get();
        }
        Replica.Told<T> told = replica.within(allowed, search);
        if (request instanceof ServletRequestDetails servlet) {
            told.behind()
                    .ifPresent(behind -> servlet.getServletResponse()
                            .setHeader(
                                    "Age", Long.toString(behind.plusMillis(999).toSeconds())));
        }
        return told.answer();
    }

    /** What these headers allow; zero when they say nothing of it. */
    static Duration allowed(List<String> headers) {
        for (String header : headers) {
            Matcher said = ALLOWED.matcher(header);
            if (said.find()) {
                return said.group(1) == null ? ANY : Duration.ofSeconds(Long.parseLong(said.group(1)));
            }
        }
        return Duration.ZERO;
    }
}
