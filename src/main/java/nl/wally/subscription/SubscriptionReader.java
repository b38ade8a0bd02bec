package nl.wally.subscription;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.wally.fhir.Referral;
import nl.wally.fhir.Referrals;
import nl.wally.fhir.Store;
import nl.wally.notification.Event;
import nl.wally.notification.EventReader;
import nl.wally.notification.Outbox;
import nl.wally.notification.Outgoing;
import nl.wally.shared.Caller;
import nl.wally.subscription.Subscribed.State;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/** Puts down for each subscription what happened to what it asked for and its client may see; never what that did itself. */
@Component
class SubscriptionReader implements EventReader {
    private static final String CANDIDATES = "topic = ? and client <> ? and (organization = any (?) or role = any (?))"
            + " and (status in ('active', 'error') or status = 'requested' and asked > 1) order by id";

    private final Subscriptions subscriptions;
    private final Authority authority;
    private final Referrals referrals;
    private final Store store;
    private final Happenings happenings;
    private final Outbox outbox;

    SubscriptionReader(
            Subscriptions subscriptions,
            Authority authority,
            Referrals referrals,
            Store store,
            Happenings happenings,
            Outbox outbox) {
        this.subscriptions = subscriptions;
        this.authority = authority;
        this.referrals = referrals;
        this.store = store;
        this.happenings = happenings;
        this.outbox = outbox;
    }

    @Override
    public void read(List<Event> events) {
        List<Outgoing> due = new ArrayList<>();
        Map<UUID, Optional<Caller>> callers = new HashMap<>();
        for (Event event : events) {
            Arrays.stream(Topic.values())
                    .filter(topic -> topic.covers(event))
                    .forEach(topic -> due.addAll(of(topic, event, callers)));
        }
        outbox.add(due);
    }

    private List<Outgoing> of(Topic topic, Event event, Map<UUID, Optional<Caller>> callers) {
        String id = event.focus().substring(event.focus().indexOf('/') + 1);
        List<Referral> rows = referrals.of(List.of(id)).getOrDefault(id, List.of());
        List<Subscribed> candidates = candidates(topic, event, rows).stream()
                .filter(one -> passes(topic, one, event))
                .toList();
        Optional<Resource> focus = candidates.isEmpty() ? Optional.empty() : store.read(event.focus());
        return focus.stream()
                .flatMap(resource -> candidates.stream()
                        .filter(one -> callers.computeIfAbsent(one.id(), key -> caller(one))
                                .filter(caller -> authority.sees(caller, resource, rows))
                                .isPresent()))
                .map(one -> happenings.put(one, event))
                .toList();
    }

    /** Whoever is no longer what it was when it subscribed hears nothing more, and finds that in the status. */
    private Optional<Caller> caller(Subscribed subscription) {
        Optional<Caller> caller = authority.of(subscription).map(Authority.Standing::caller);
        if (caller.isEmpty() && subscription.state() == State.ACTIVE) {
            subscriptions.become(subscription.id(), State.ERROR, SubscriptionCourier.NO_LONGER_ALLOWED);
            outbox.stop(Happenings.receiver(subscription.id()));
        }
        return caller;
    }

    /** Those who may be concerned: an index knows them, however many others there are. */
    private List<Subscribed> candidates(Topic topic, Event event, List<Referral> rows) {
        String[] organizations = rows.stream()
                .flatMap(row -> Stream.of(row.practice(), row.coordination()))
                .distinct()
                .toArray(String[]::new);
        String[] roles = rows.stream()
                .flatMap(row -> Stream.concat(Stream.of(row.owner()), row.recipients().stream()))
                .distinct()
                .toArray(String[]::new);
        return organizations.length == 0
                ? List.of()
                : subscriptions.query(CANDIDATES, topic.name(), event.author().client(), organizations, roles);
    }

    private static boolean passes(Topic topic, Subscribed subscription, Event event) {
        return subscription.wish().filters().stream()
                .allMatch(text -> Filter.of(topic, text)
                        .filter(filter -> filter.passes(event))
                        .isPresent());
    }
}
