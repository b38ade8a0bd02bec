package nl.wally.subscription;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.wally.conformance.Canonicals;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Subscription;

/**
 * What a Subscription asks for, once {@link SubscriptionRules} has nothing against it.
 *
 * @param filters as they were written
 * @param heartbeat after how many seconds of silence a sign of life is sent; empty for none
 * @param timeout how many seconds the receiver has
 * @param most how many events one notification tells of at most
 * @param end when it ends of itself
 */
record Wish(
        Topic topic,
        List<String> filters,
        URI endpoint,
        Content content,
        String mediaType,
        Optional<Integer> heartbeat,
        int timeout,
        int most,
        Optional<Instant> end) {
    static final String FILTER = Canonicals.BACKPORT + "backport-filter-criteria";
    static final String CONTENT = Canonicals.BACKPORT + "backport-payload-content";
    static final String HEARTBEAT = Canonicals.BACKPORT + "backport-heartbeat-period";
    static final String TIMEOUT = Canonicals.BACKPORT + "backport-timeout";
    static final String MOST = Canonicals.BACKPORT + "backport-max-count";

    private static final int DEFAULT_TIMEOUT = 10;
    private static final int DEFAULT_MOST = 20;

    Wish {
        filters = List.copyOf(filters);
    }

    static Wish of(Subscription subscription) {
        var channel = subscription.getChannel();
        return new Wish(
                Topic.of(subscription.getCriteria()).orElseThrow(),
                filters(subscription),
                URI.create(channel.getEndpoint()),
                values(channel.getPayloadElement(), CONTENT)
                        .flatMap(code -> Content.of(code).stream())
                        .findFirst()
                        .orElseThrow(),
                channel.getPayload(),
                number(channel, HEARTBEAT),
                number(channel, TIMEOUT).orElse(DEFAULT_TIMEOUT),
                number(channel, MOST).orElse(DEFAULT_MOST),
                Optional.ofNullable(subscription.getEnd()).map(java.util.Date::toInstant));
    }

    /** The filters that stand in the extension of {@code criteria}. */
    static List<String> filters(Subscription subscription) {
        return values(subscription.getCriteriaElement(), FILTER).toList();
    }

    /** The values of an extension, as text. */
    static Stream<String> values(Element element, String url) {
        return element.getExtensionsByUrl(url).stream()
                .filter(Extension::hasValue)
                .map(extension -> String.valueOf(extension.getValue().primitiveValue()));
    }

    /** The whole number in an extension; empty where there is none. */
    static Optional<Integer> number(Element element, String url) {
        return values(element, url)
                .filter(value -> value.matches("\\d{1,9}"))
                .map(Integer::valueOf)
                .findFirst();
    }
}
