package nl.wally.subscription;

import static nl.wally.shared.Words.words;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.AddressRules;
import nl.wally.shared.Problem;
import nl.wally.shared.Refusal;
import nl.wally.shared.Words;
import nl.wally.subscription.HeaderRules.Header;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Subscription.SubscriptionChannelComponent;
import org.hl7.fhir.r4.model.Subscription.SubscriptionChannelType;
import org.hl7.fhir.r4.model.Subscription.SubscriptionStatus;

/**
 * What a client may subscribe to, and how it may be told: what is not implemented here is refused, never taken and passed
 * over. See https://hl7.org/fhir/uv/subscriptions-backport/STU1.1/conformance.html.
 */
final class SubscriptionRules {
    static final Set<String> MEDIA_TYPES = Set.of("application/fhir+json", "application/fhir+xml");

    static final int MOST_EVENTS = 100;

    /** Less than a delivery may take in all. */
    private static final int LONGEST_TIMEOUT = 25;

    private static final int LONGEST_HEARTBEAT = 86_400;

    private SubscriptionRules() {}

    /**
     * What else is known.
     *
     * @param places where the client may have notifications sent
     * @param loopback whether also on this machine, as a demo client may
     * @param known headers that it had sent until now, with their values
     * @param leastHeartbeat in seconds
     */
    record Setting(List<URI> places, boolean loopback, List<Header> known, int leastHeartbeat, Instant now) {}

    /** Everything against it; empty when it can be taken. */
    static List<Refusal> judge(Subscription asked, Optional<Subscription> before, Setting setting) {
        List<Refusal> refusals = new ArrayList<>();
        SubscriptionChannelComponent channel = asked.getChannel();
        unknownExtensions(asked, refusals);
        status(asked, before, refusals);
        criteria(asked, refusals);
        if (asked.getEnd() != null && !asked.getEnd().toInstant().isAfter(setting.now())) {
            refuse(refusals, "Subscription.end", words("The end of a subscription lies ahead"));
        }
        if (channel.getType() != SubscriptionChannelType.RESTHOOK) {
            refuse(refusals, "Subscription.channel.type", words("Channel type {0} is the only one here", "rest-hook"));
        }
        payload(channel, refusals);
        limits(channel, setting, refusals);
        headers(channel, setting, refusals);
        endpoint(channel, setting).ifPresent(refusals::add);
        return refusals;
    }

    /**
     * The status that it gets: a channel that was changed, or stood still, has to be proven first.
     *
     * @param runs whether it is sent something now, with the same headers; the resource may not say yet that it is not
     */
    static SubscriptionStatus status(Subscription asked, Optional<Subscription> before, boolean runs) {
        SubscriptionStatus wanted = asked.getStatus();
        boolean begins = wanted == SubscriptionStatus.REQUESTED || wanted == SubscriptionStatus.ACTIVE;
        boolean goesOn = wanted == SubscriptionStatus.ACTIVE
                && runs
                && before.filter(one -> one.getStatus() == SubscriptionStatus.ACTIVE
                                && one.getChannel().equalsDeep(asked.getChannel())
                                && one.getCriteriaElement().equalsDeep(asked.getCriteriaElement()))
                        .isPresent();
        return begins && !goesOn ? SubscriptionStatus.REQUESTED : wanted;
    }

    private static void status(Subscription asked, Optional<Subscription> before, List<Refusal> refusals) {
        boolean stays =
                before.filter(one -> one.getStatus() == asked.getStatus()).isPresent();
        boolean known = asked.getStatus() == SubscriptionStatus.REQUESTED
                || asked.getStatus() == SubscriptionStatus.ACTIVE
                || asked.getStatus() == SubscriptionStatus.OFF;
        if (!known && !stays) {
            refuse(
                    refusals,
                    "Subscription.status",
                    words("A subscription begins as {0}, and is ended with {1}", "requested", "off"));
        }
    }

    private static void criteria(Subscription asked, List<Refusal> refusals) {
        Optional<Topic> topic = Topic.of(String.valueOf(asked.getCriteria()));
        if (topic.isEmpty()) {
            refuse(
                    refusals,
                    "Subscription.criteria",
                    words(
                            "criteria is the canonical URL of a topic that is offered here: {0}",
                            Words.anyOf(List.of(Topic.TASK.canonical(), Topic.FEEDBACK.canonical()))));
            return;
        }
        for (String filter : Wish.filters(asked)) {
            if (Filter.of(topic.get(), filter).isEmpty()) {
                refuse(
                        refusals,
                        "Subscription.criteria.extension",
                        words(
                                "A filter of this topic is {0}, an equals sign and codes or references; offered are {1}",
                                topic.get().type() + "?",
                                Words.anyOf(topic.get().filters().keySet().stream()
                                        .sorted()
                                        .toList())));
            }
        }
    }

    private static void payload(SubscriptionChannelComponent channel, List<Refusal> refusals) {
        if (!MEDIA_TYPES.contains(String.valueOf(channel.getPayload()))) {
            refuse(
                    refusals,
                    "Subscription.channel.payload",
                    words(
                            "A notification is a Bundle: {0}",
                            Words.anyOf(MEDIA_TYPES.stream().sorted().toList())));
        }
        Set<String> contents =
                Wish.values(channel.getPayloadElement(), Wish.CONTENT).collect(Collectors.toSet());
        if (contents.size() != 1
                || contents.stream().allMatch(code -> Content.of(code).isEmpty())) {
            refuse(
                    refusals,
                    "Subscription.channel.payload.extension",
                    words(
                            "backport-payload-content is {0} or {1}: no content is sent, it is fetched",
                            "empty", "id-only"));
        }
    }

    private static void limits(SubscriptionChannelComponent channel, Setting setting, List<Refusal> refusals) {
        between(channel, Wish.HEARTBEAT, setting.leastHeartbeat(), LONGEST_HEARTBEAT, refusals);
        between(channel, Wish.TIMEOUT, 1, LONGEST_TIMEOUT, refusals);
        between(channel, Wish.MOST, 1, MOST_EVENTS, refusals);
    }

    private static void between(
            SubscriptionChannelComponent channel, String url, int least, int most, List<Refusal> refusals) {
        if (channel.hasExtension(url)
                && Wish.number(channel, url)
                        .filter(value -> value >= least && value <= most)
                        .isEmpty()) {
            refuse(
                    refusals,
                    "Subscription.channel.extension",
                    words(
                            "{0} is a whole number from {1} to {2}",
                            url.substring(Canonicals.BACKPORT.length()), least, most));
        }
    }

    private static void headers(SubscriptionChannelComponent channel, Setting setting, List<Refusal> refusals) {
        List<Header> read = channel.getHeader().stream()
                .flatMap(line -> HeaderRules.read(String.valueOf(line.getValue())).stream())
                .toList();
        if (read.size() < channel.getHeader().size() || HeaderRules.repeats(read)) {
            refuse(
                    refusals,
                    "Subscription.channel.header",
                    words("A header is a line such as Authorization: …; offered are Authorization and X-…, each once"));
        } else if (HeaderRules.filled(read, setting.known()).isEmpty()) {
            refuse(
                    refusals,
                    "Subscription.channel.header",
                    words(
                            "A value that is masked stands for the one that was sent before: here there is none, send it"));
        }
    }

    /** Where a client may have this server send something is for the operator to say. */
    private static Optional<Refusal> endpoint(SubscriptionChannelComponent channel, Setting setting) {
        URI endpoint;
        try {
            endpoint = new URI(String.valueOf(channel.getEndpoint()));
        } catch (java.net.URISyntaxException unreadable) {
            return Optional.of(notAllowed());
        }
        boolean demo = setting.loopback()
                && AddressRules.isLoopback(endpoint)
                && AddressRules.mayName(endpoint, new AddressRules.Allowed(true, false));
        boolean registered = AddressRules.mayName(endpoint, new AddressRules.Allowed(false, false))
                && setting.places().stream().anyMatch(place -> AddressRules.isWithin(endpoint, place));
        return demo || registered ? Optional.empty() : Optional.of(notAllowed());
    }

    private static Refusal notAllowed() {
        return new Refusal(
                Problem.FORBIDDEN,
                "Subscription.channel.endpoint",
                words(
                        "Notifications go over https to places that the operator has registered for this client, and nowhere else"));
    }

    /** What extends the meaning of a subscription and is not known here must not be passed over. */
    private static void unknownExtensions(Subscription asked, List<Refusal> refusals) {
        SubscriptionChannelComponent channel = asked.getChannel();
        known(asked.getExtension(), "Subscription.extension", Set.of(Canonicals.EXTENSION_SUBSCRIBER), refusals);
        known(asked.getModifierExtension(), "Subscription.modifierExtension", Set.of(), refusals);
        known(asked.getEndElement(), "Subscription.end.extension", Set.of(), refusals);
        known(asked.getCriteriaElement(), "Subscription.criteria.extension", Set.of(Wish.FILTER), refusals);
        known(channel, "Subscription.channel.extension", Set.of(Wish.HEARTBEAT, Wish.TIMEOUT, Wish.MOST), refusals);
        known(channel.getModifierExtension(), "Subscription.channel.modifierExtension", Set.of(), refusals);
        known(channel.getTypeElement(), "Subscription.channel.type.extension", Set.of(), refusals);
        known(channel.getEndpointElement(), "Subscription.channel.endpoint.extension", Set.of(), refusals);
        known(channel.getPayloadElement(), "Subscription.channel.payload.extension", Set.of(Wish.CONTENT), refusals);
    }

    private static void known(Element element, String path, Set<String> urls, List<Refusal> refusals) {
        known(element.getExtension(), path, urls, refusals);
    }

    private static void known(List<Extension> extensions, String path, Set<String> urls, List<Refusal> refusals) {
        // Without an address it is none of them either.
        if (!extensions.stream().map(Extension::getUrl).map(String::valueOf).allMatch(urls::contains)) {
            refuse(
                    refusals,
                    path,
                    words(
                            "An extension here is none of those that R4 Subscriptions Backport 1.1 has for it and that are offered"));
        }
    }

    private static void refuse(List<Refusal> refusals, String path, Words explanation) {
        refusals.add(new Refusal(Problem.PROFILE_VIOLATION, path, explanation));
    }
}
