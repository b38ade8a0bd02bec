package nl.wally.subscription;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.wally.conformance.Canonicals;
import nl.wally.notification.Event;

/** What one can subscribe to; described in the guide, on the page of subscriptions. */
enum Topic {
    /** A Task was created or changed: the referral itself, a question to the GP, a request to stop. */
    TASK(
            "Task",
            Map.of(
                    "owner", Kind.REFERENCE,
                    "requester", Kind.REFERENCE,
                    "status", Kind.CODE,
                    "code", Kind.CODE,
                    "business-status", Kind.CODE)) {
        @Override
        boolean isTold(Event event) {
            return true;
        }
    },

    /** Feedback, or the notice that a referral has ended, was given (W-6); not that it was fetched or read. */
    FEEDBACK("Communication", Map.of("category", Kind.CODE, "recipient", Kind.REFERENCE, "sender", Kind.REFERENCE)) {
        @Override
        boolean isTold(Event event) {
            return event.isChanged("status")
                    && event.fact("status").filter("completed"::equals).isPresent()
                    && event.fact("category").filter(TOLD::contains).isPresent();
        }
    };

    private static final Set<String> TOLD = Set.of("interim-feedback", "final-feedback", "closing-notice");

    private final String type;
    private final Map<String, Kind> filters;

    Topic(String type, Map<String, Kind> filters) {
        this.type = type;
        this.filters = filters;
    }

    /** The kind of a filter's values. */
    enum Kind {
        CODE,
        REFERENCE
    }

    /** By which it is named in {@code Subscription.criteria}. */
    String canonical() {
        return Canonicals.TOPIC + name().toLowerCase(Locale.ROOT);
    }

    static Optional<Topic> of(String canonical) {
        return Arrays.stream(values())
                .filter(topic -> topic.canonical().equals(canonical))
                .findFirst();
    }

    /** The type of what its events are about. */
    String type() {
        return type;
    }

    /** By what its events can be filtered: search parameters of the type, of which each event has the fact. */
    Map<String, Kind> filters() {
        return filters;
    }

    /** Whether this event belongs to the topic. */
    boolean covers(Event event) {
        return event.kind() == Event.Kind.CHANGED && event.type().equals(type) && isTold(event);
    }

    abstract boolean isTold(Event event);
}
