package nl.wally.subscription;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import java.util.UUID;
import nl.wally.conformance.Canonicals;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;

/**
 * What a subscriber is sent: a Bundle of type history with the status of the subscription first, and after that, where ids
 * are sent, one entry without a resource for each that the events are about.
 * See https://hl7.org/fhir/uv/subscriptions-backport/STU1.1/notifications.html.
 */
final class Notification {
    private static final TimeZone UTC = TimeZone.getTimeZone("UTC");

    private Notification() {}

    /** Why it is sent. */
    enum Type {
        HANDSHAKE,
        HEARTBEAT,
        EVENT_NOTIFICATION,
        QUERY_STATUS,
        QUERY_EVENT;

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * An event of a subscription.
     *
     * @param number without a gap, from one
     * @param at when; empty when what it happened to was erased
     * @param focus to what it happened; empty when the subscriber may not see that now, or wants no ids
     * @param trace the W3C traceparent of what came to it; empty where nobody keeps traces
     */
    record Told(long number, Optional<Instant> at, Optional<String> focus, Optional<String> trace) {
        /** The same, without a focus that is not among these. */
        Told among(java.util.Collection<String> seen) {
            return new Told(number, at, focus.filter(seen::contains), trace);
        }
    }

    /**
     * The Bundle.
     *
     * @param total how many events there were since the subscription began
     */
    static Bundle of(Subscribed subscription, Type type, Content content, long total, List<Told> events, Instant now) {
        Bundle bundle = new Bundle().setType(Bundle.BundleType.HISTORY);
        bundle.setTimestampElement(instant(now));
        bundle.setId(UUID.randomUUID().toString());
        BundleEntryComponent first = bundle.addEntry();
        first.setFullUrl("urn:uuid:" + UUID.randomUUID());
        first.setResource(status(subscription, type, content, total, events));
        requested(first, subscription.base() + "/" + subscription.reference() + "/$status");
        if (content == Content.ID_ONLY) {
            events.stream().flatMap(event -> event.focus().stream()).distinct().forEach(focus -> {
                String url = subscription.base() + "/" + focus;
                requested(bundle.addEntry().setFullUrl(url), url);
            });
        }
        return bundle;
    }

    /** How the subscription stands, in the form of {@code backport-subscription-status-r4}. */
    static Parameters status(Subscribed subscription, Type type, Content content, long total, List<Told> events) {
        Parameters status = new Parameters();
        status.getMeta().addProfile(Canonicals.BACKPORT + "backport-subscription-status-r4");
        status.addParameter()
                .setName("subscription")
                .setValue(new Reference(subscription.base() + "/" + subscription.reference()));
        if (content == Content.ID_ONLY) {
            status.addParameter()
                    .setName("topic")
                    .setValue(new CanonicalType(subscription.wish().topic().canonical()));
        }
        status.addParameter()
                .setName("status")
                .setValue(new CodeType(subscription.state().code()));
        status.addParameter().setName("type").setValue(new CodeType(type.code()));
        status.addParameter()
                .setName("events-since-subscription-start")
                .setValue(new StringType(String.valueOf(total)));
        events.forEach(event -> add(status.addParameter().setName("notification-event"), event, subscription, content));
        subscription.failure().ifPresent(failure -> {
            var concept = new CodeableConcept();
            concept.addCoding().setSystem(Canonicals.SUBSCRIPTION_ERROR).setCode("no-response");
            status.addParameter().setName("error").setValue(concept.setText(failure));
        });
        return status;
    }

    private static void add(
            ParametersParameterComponent parameter, Told event, Subscribed subscription, Content content) {
        parameter.addPart().setName("event-number").setValue(new StringType(String.valueOf(event.number())));
        event.at().ifPresent(at -> parameter.addPart().setName("timestamp").setValue(instant(at)));
        if (content == Content.ID_ONLY) {
            event.focus()
                    .ifPresent(focus -> parameter
                            .addPart()
                            .setName("focus")
                            .setValue(new Reference(subscription.base() + "/" + focus)));
        }
    }

    private static void requested(BundleEntryComponent entry, String url) {
        entry.getRequest().setMethod(HTTPVerb.GET).setUrl(url);
        entry.getResponse().setStatus("200");
    }

    private static InstantType instant(Instant moment) {
        return new InstantType(Date.from(moment), ca.uhn.fhir.model.api.TemporalPrecisionEnum.MILLI, UTC);
    }
}
