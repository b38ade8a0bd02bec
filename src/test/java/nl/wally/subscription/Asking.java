package nl.wally.subscription;

import java.util.function.Consumer;
import nl.wally.conformance.Canonicals;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.PositiveIntType;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Subscription.SubscriptionChannelType;
import org.hl7.fhir.r4.model.Subscription.SubscriptionStatus;
import org.hl7.fhir.r4.model.UnsignedIntType;

/** Subscriptions as clients ask for them. */
final class Asking {
    static final String SECRET = "Bearer geheim-van-het-his";

    private Asking() {}

    /** For ids of Tasks, at this endpoint. */
    static Subscription forTasks(String endpoint) {
        return of("task", "id-only", endpoint);
    }

    static Subscription of(String topic, String content, String endpoint) {
        Subscription asked = new Subscription();
        asked.setStatus(SubscriptionStatus.REQUESTED);
        asked.setReason("Status of referrals");
        asked.setCriteria(Canonicals.TOPIC + topic);
        asked.getChannel()
                .setType(SubscriptionChannelType.RESTHOOK)
                .setEndpoint(endpoint)
                .setPayload("application/fhir+json")
                .addHeader("Authorization: " + SECRET);
        asked.getChannel().getPayloadElement().addExtension(Wish.CONTENT, new CodeType(content));
        return asked;
    }

    static Consumer<Subscription> filter(String text) {
        return asked -> asked.getCriteriaElement().addExtension(Wish.FILTER, new StringType(text));
    }

    static Consumer<Subscription> heartbeat(int seconds) {
        return asked -> asked.getChannel().addExtension(Wish.HEARTBEAT, new UnsignedIntType(seconds));
    }

    static Consumer<Subscription> most(int events) {
        return asked -> asked.getChannel().addExtension(Wish.MOST, new PositiveIntType(events));
    }
}
