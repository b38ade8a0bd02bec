package nl.wally.subscription;

import static nl.wally.shared.Words.words;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.wally.fhir.RequestAtHand;
import nl.wally.fhir.TypeOperation;
import nl.wally.notification.Outbox;
import nl.wally.notification.Receiver;
import nl.wally.notification.Standing;
import nl.wally.shared.Problem;
import nl.wally.shared.RefusedException;
import nl.wally.subscription.Notification.Told;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/**
 * What a subscription has told of, for whoever missed some of it:
 * https://hl7.org/fhir/uv/subscriptions-backport/STU1.1/OperationDefinition-backport-subscription-events.html.
 * What the caller may not see now is told without its id.
 */
@Component
class EventsOperation implements TypeOperation {
    private static final String SINCE = "eventsSinceNumber";
    private static final String UNTIL = "eventsUntilNumber";
    private static final String CONTENT = "content";

    private final Subscriptions subscriptions;
    private final Authority authority;
    private final Happenings happenings;
    private final Outbox outbox;
    private final Clock clock;

    EventsOperation(
            Subscriptions subscriptions, Authority authority, Happenings happenings, Outbox outbox, Clock clock) {
        this.subscriptions = subscriptions;
        this.authority = authority;
        this.happenings = happenings;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public String type() {
        return "Subscription";
    }

    @Override
    public String name() {
        return "events";
    }

    @Override
    public Set<String> parameters() {
        return Set.of(SINCE, UNTIL, CONTENT);
    }

    @Override
    public boolean isOfAll() {
        return false;
    }

    @Override
    public Bundle answer(Asked asked) {
        UUID id = UUID.fromString(asked.resources().get(0).getIdElement().getIdPart());
        Subscribed row = subscriptions
                .find(id)
                .orElseThrow(() -> new RefusedException(Problem.NOT_FOUND))
                .at(asked.base());
        // What the client would prefer: the whole is never sent, so ids are the most that it gets.
        Content content = asked.first(CONTENT)
                .map(code -> Content.of(code).orElse(Content.ID_ONLY))
                .orElse(row.wish().content());
        Receiver receiver = Happenings.receiver(id);
        long first = number(asked, SINCE, 1);
        long most = first + SubscriptionRules.MOST_EVENTS - 1;
        List<Told> events = outbox.messages(receiver, first, Math.min(most, number(asked, UNTIL, most))).stream()
                .map(happenings::take)
                .toList();
        Map<String, Resource> seen = authority.seen(
                asked.caller(),
                events.stream().flatMap(event -> event.focus().stream()).toList());
        RequestAtHand.current().ifPresent(request -> seen.values().forEach(request::concerns));
        return Notification.of(
                row,
                Notification.Type.QUERY_EVENT,
                content,
                outbox.standing(receiver).map(Standing::last).orElse(0L),
                events.stream().map(event -> event.among(seen.keySet())).toList(),
                clock.instant());
    }

    private static long number(Asked asked, String name, long otherwise) {
        return asked.first(name)
                .map(text -> {
                    if (!text.matches("\\d{1,15}")) {
                        throw new RefusedException(
                                Problem.PARAMETER_INVALID,
                                "",
                                words("Parameter {0} {1}", name, words("is a number from 1")));
                    }
                    return Math.max(1, Long.parseLong(text));
                })
                .orElse(otherwise);
    }
}
