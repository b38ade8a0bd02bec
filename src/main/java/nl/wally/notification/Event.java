package nl.wally.notification;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened and that others may want to hear of. It holds opaque references and codes only: never a name, a
 * number that people carry, or a word that somebody wrote.
 *
 * @param at when, by the clock of the server
 * @param focus what it happened to, for instance {@code Task/…}
 * @param version the version of the focus that came of it; null when nothing was written
 * @param referral the referral that it belongs to; null when to none
 * @param author who did it
 * @param facts codes and references of the focus as it is now, by element; what was different before stands there once
 *     more under the name with {@code -before}. A place that has nothing is left out.
 * @param receivers whom it concerns, as {@code PractitionerRole/…} or {@code Organization/…}, where that was decided
 *     already; empty where it follows from the facts
 */
public record Event(
        Instant at,
        Kind kind,
        String focus,
        @Nullable String version,
        @Nullable UUID referral,
        Author author,
        Map<String, String> facts,
        List<String> receivers) {
    /** The fact that holds, where traces are kept, the W3C traceparent of what came to this. */
    private static final String TRACE = "trace";

    public Event {
        facts = Map.copyOf(facts);
        receivers = List.copyOf(receivers);
    }

    /** The same, as what came of something that has this W3C traceparent. */
    Event inTrace(Optional<String> parent) {
        if (parent.isEmpty()) {
            return this;
        }
        Map<String, String> more = new HashMap<>(facts);
        more.put(TRACE, parent.get());
        return new Event(at, kind, focus, version, referral, author, more, receivers);
    }

    /** The W3C traceparent of what came to this, where traces are kept. */
    public Optional<String> trace() {
        return fact(TRACE);
    }

    /** One of its facts. */
    public Optional<String> fact(String name) {
        return Optional.ofNullable(facts.get(name));
    }

    /** Whether a fact is another one than before; of what is new each fact there is. */
    public boolean isChanged(String name) {
        return facts.containsKey("created") ? facts.containsKey(name) : facts.containsKey(name + "-before");
    }

    /** The type of what it happened to, for instance {@code Task}. */
    public String type() {
        return focus.substring(0, focus.indexOf('/'));
    }

    /** What happened. */
    public enum Kind {
        /** A resource was created or updated. */
        CHANGED,
        /** The time of a promise is nearly over. */
        REMINDED,
        /** The time of a promise is over; it was told to the next in line. */
        ESCALATED,
        /** All who may receive the referrals of a team will be away at once. */
        ABSENCES_OVERLAP,
        /** A practice and its Wally have a meeting to plan, or to go to (W-11). */
        MEETING_DUE,
        /** Something could not be brought to whom it was for. */
        UNDELIVERABLE
    }

    /**
     * Who did it, so that nobody is told what they did themselves.
     *
     * @param client the OAuth client; {@code system} for the server itself
     * @param agent the acting person or, for a system, the organisation; empty for the server itself
     */
    public record Author(String client, String agent) {}
}
