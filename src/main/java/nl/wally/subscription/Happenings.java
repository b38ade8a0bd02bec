package nl.wally.subscription;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.wally.notification.Event;
import nl.wally.notification.Message;
import nl.wally.notification.Outgoing;
import nl.wally.notification.Receiver;
import nl.wally.subscription.Notification.Told;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How an event lies in the outbox of a subscription: to what it happened, and when. */
@Component
class Happenings {
    static final String KIND = "subscription";

    private final ObjectMapper json;

    Happenings(ObjectMapper json) {
        this.json = json;
    }

    /** @param trace the W3C traceparent of what came to it, where traces are kept */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Happening(
            String focus, long at, @Nullable String trace) {}

    static Receiver receiver(UUID subscription) {
        return new Receiver(KIND, subscription.toString());
    }

    Outgoing put(Subscribed subscription, Event event) {
        try {
            String payload = json.writeValueAsString(new Happening(
                    event.focus(), event.at().toEpochMilli(), event.trace().orElse(null)));
            return new Outgoing(receiver(subscription.id()), event.focus(), payload);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a reference and a moment are always JSON", impossible);
        }
    }

    /** What lies there; of what was erased the number is left. */
    Told take(Message message) {
        Optional<Happening> happening = message.content().map(this::read);
        return new Told(
                message.number(),
                happening.map(one -> Instant.ofEpochMilli(one.at())),
                happening.map(Happening::focus),
                happening.flatMap(one -> Optional.ofNullable(one.trace())));
    }

    private Happening read(String payload) {
        try {
            return json.readValue(payload, Happening.class);
        } catch (JsonProcessingException foreign) {
            throw new IllegalStateException("the outbox of a subscription holds something else", foreign);
        }
    }
}
