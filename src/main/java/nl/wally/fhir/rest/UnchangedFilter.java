package nl.wally.fhir.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers 304 without a body to whoever has got this already ({@code If-None-Match}, {@code If-Modified-Since}; RFC 9110
 * section 13, https://hl7.org/fhir/R4/http.html#cread). The answer is made first as for everybody: judged, masked, put on
 * record. So 304 tells nothing, by what it says or by when it comes, that the answer itself would not tell.
 */
class UnchangedFilter extends OncePerRequestFilter {
    private static final Set<String> CONDITIONS = Set.of(HttpHeaders.IF_NONE_MATCH, HttpHeaders.IF_MODIFIED_SINCE);

    private static final Pattern VERSION = Pattern.compile("W/\"\\d+\"");

    private final Clock clock;

    UnchangedFilter(Clock clock) {
        this.clock = clock;
    }

    /** A condition on anything else is for the pipeline to judge. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !Set.of("GET", "HEAD").contains(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var answer = new DatedAnswer(response);
        chain.doFilter(new Unconditional(request), answer);
        if (answer.getStatus() == HttpServletResponse.SC_OK && !answer.isCommitted()) {
            String tag = answer.getHeader(HttpHeaders.ETAG);
            Optional<Instant> modified =
                    isVersion(tag) ? instant(answer.modified).filter(this::isSettled) : Optional.empty();
            if (modified.isPresent()) {
                response.setHeader(HttpHeaders.LAST_MODIFIED, answer.modified);
            }
            if (isKnown(request, tag, modified)) {
                answer.resetBuffer();
                answer.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            }
        }
    }

    /** One resource has a date; a page has none but that of its making, for what has left it has none. */
    private static boolean isVersion(@Nullable String tag) {
        return tag != null && VERSION.matcher(tag).matches();
    }

    /** A date counts only where no version is named, see RFC 9110 section 13.1.3. */
    private static boolean isKnown(HttpServletRequest request, @Nullable String tag, Optional<Instant> modified) {
        // Two headers mean the same as one with a list, see RFC 9110 section 5.3.
        List<String> known = Collections.list(request.getHeaders(HttpHeaders.IF_NONE_MATCH));
        if (!known.isEmpty()) {
            return tag != null
                    && known.stream()
                            .flatMap(tags -> Arrays.stream(tags.split(",")))
                            .map(String::trim)
                            .anyMatch(one -> one.equals("*") || opaque(one).equals(opaque(tag)));
        }
        Optional<Instant> since = instant(request.getHeader(HttpHeaders.IF_MODIFIED_SINCE));
        return since.isPresent() && modified.isPresent() && !modified.get().isAfter(since.get());
    }

    /** Compared weakly: W/ does not count. */
    private static String opaque(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }

    /** In the second that goes on, another version may follow that would have the same date. */
    private boolean isSettled(Instant modified) {
        return modified.plusSeconds(1).isBefore(clock.instant());
    }

    private static Optional<Instant> instant(@Nullable String date) {
        try {
            return Optional.ofNullable(date)
                    .map(text -> ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    /** The request without its conditions, which HAPI would judge before anything is on record. */
    private static final class Unconditional extends HttpServletRequestWrapper {
        Unconditional(HttpServletRequest request) {
            super(request);
        }

        private static boolean isCondition(String name) {
            return CONDITIONS.stream().anyMatch(name::equalsIgnoreCase);
        }

        @Override
        public @Nullable String getHeader(String name) {
            return isCondition(name) ? null : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return isCondition(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
        }
    }

    /** Keeps the date of an answer back until it is known whether it can be relied on. */
    private static final class DatedAnswer extends HttpServletResponseWrapper {
        private @Nullable String modified;

        DatedAnswer(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void setHeader(String name, String value) {
            if (name.equalsIgnoreCase(HttpHeaders.LAST_MODIFIED)) {
                modified = value;
            } else {
                super.setHeader(name, value);
            }
        }

        @Override
        public void addHeader(String name, String value) {
            if (name.equalsIgnoreCase(HttpHeaders.LAST_MODIFIED)) {
                modified = value;
            } else {
                super.addHeader(name, value);
            }
        }
    }
}
