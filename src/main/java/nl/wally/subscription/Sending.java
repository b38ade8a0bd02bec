package nl.wally.subscription;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import java.net.InetAddress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import nl.wally.fhir.Concerned;
import nl.wally.fhir.Traces;
import nl.wally.fhir.Trail;
import nl.wally.shared.Occurrence;
import nl.wally.subscription.HeaderRules.Header;
import nl.wally.subscription.Notification.Told;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/** Sends a notification, once what it says is on record; what the subscriber may not see now goes without its id. */
@Component
class Sending {
    private final Subscriptions subscriptions;
    private final Authority authority;
    private final Trail trail;
    private final Traces traces;
    private final FhirContext context;
    private final Clock clock;
    private final Hooks hooks = new Hooks(host -> List.of(InetAddress.getAllByName(host)));

    Sending(
            Subscriptions subscriptions,
            Authority authority,
            Trail trail,
            Traces traces,
            FhirContext context,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.authority = authority;
        this.trail = trail;
        this.traces = traces;
        this.context = context;
        this.clock = clock;
    }

    /**
     * Sends this; what has to be read first is read on the calling thread.
     *
     * @param total how many events there were since the subscription began
     */
    CompletionStage<Hooks.Answer> send(
            Subscribed subscription,
            Authority.Standing standing,
            Notification.Type type,
            long total,
            List<Told> events) {
        Wish wish = subscription.wish();
        Map<String, Resource> seen = wish.content() == Content.ID_ONLY
                ? authority.seen(
                        standing.caller(),
                        events.stream().flatMap(event -> event.focus().stream()).toList())
                : Map.of();
        List<Told> told =
                events.stream().map(event -> event.among(seen.keySet())).toList();
        Bundle bundle = Notification.of(subscription, type, wish.content(), total, told, clock.instant());
        note(subscription, standing, type, seen.values());
        IParser parser = wish.mediaType().endsWith("xml") ? context.newXmlParser() : context.newJsonParser();
        List<Header> headers = new ArrayList<>(subscriptions.headers(subscription.id()));
        Traces.Part part = traces.begin("subscription " + type.code(), cause(events));
        part.headers().forEach((name, value) -> headers.add(new Header(name, value)));
        return hooks.call(wish, headers, parser.encodeResourceToString(bundle), standing.allowed())
                .whenComplete((answer, failure) -> part.end(
                        answer == null ? Hooks.Answer.BROKEN.code() : answer.code(), answer == Hooks.Answer.TAKEN));
    }

    /** What tells of several traces belongs to none of them. */
    private static Optional<String> cause(List<Told> events) {
        List<String> traces = events.stream()
                .flatMap(event -> event.trace().stream())
                .distinct()
                .limit(2)
                .toList();
        return traces.size() == 1 ? Optional.of(traces.get(0)) : Optional.empty();
    }

    private void note(
            Subscribed subscription, Authority.Standing standing, Notification.Type type, Collection<Resource> seen) {
        Concerned concerned = Concerned.of(List.copyOf(seen));
        List<String> objects = new ArrayList<>(List.of(subscription.reference()));
        objects.addAll(concerned.objects());
        trail.note(new Occurrence(
                Occurrence.Kind.NOTIFICATION, type.code(), standing.caller(), null, concerned.persons(), objects));
    }
}
