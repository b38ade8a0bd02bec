package nl.wally.fhir;

import java.util.Optional;
import java.util.stream.Stream;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.Caller;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Subscription;

/**
 * Who asked for a subscription, as the server writes it down in it.
 *
 * @param organization for whom, for instance {@code Organization/practice-1}
 * @param client the OAuth client
 */
public record Subscriber(String organization, String client) {
    /** Who asked for this one; empty while the server has not written that down. */
    public static Optional<Subscriber> of(Subscription subscription) {
        return subscription.getExtensionsByUrl(Canonicals.EXTENSION_SUBSCRIBER).stream()
                .flatMap(extension ->
                        extension.getValue() instanceof Reference who ? Stream.of(who) : Stream.<Reference>empty())
                .filter(who -> who.hasReference() && who.getIdentifier().hasValue())
                .map(who ->
                        new Subscriber(who.getReference(), who.getIdentifier().getValue()))
                .findFirst();
    }

    /** Whether this is the subscriber. */
    public boolean is(Caller caller) {
        return client.equals(caller.client()) && organization.equals(caller.organization());
    }

    /** Writes it down, in place of whatever stands there. */
    public void writeInto(Subscription subscription) {
        subscription.getExtension().removeIf(extension -> Canonicals.EXTENSION_SUBSCRIBER.equals(extension.getUrl()));
        var who = new Reference(organization);
        who.setIdentifier(new Identifier().setSystem(Canonicals.CLIENT).setValue(client));
        subscription.addExtension(new Extension(Canonicals.EXTENSION_SUBSCRIBER, who));
    }
}
