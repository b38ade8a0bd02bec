package nl.wally.subscription;

import java.net.URI;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.wally.access.ClientRegistry;
import nl.wally.fhir.Custodies;
import nl.wally.fhir.Referral;
import nl.wally.fhir.Referrals;
import nl.wally.fhir.Sight;
import nl.wally.fhir.Store;
import nl.wally.shared.AddressRules;
import nl.wally.shared.Caller;
import nl.wally.shared.Scope;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/**
 * What a subscriber may be told now: what its client may see at this moment, however much it saw when it subscribed. That
 * something happened to a resource is part of what one sees of it.
 */
@Component
class Authority {
    private final ClientRegistry clients;
    private final Custodies custodies;
    private final Sight sight;
    private final Store store;
    private final Referrals referrals;
    private final SubscriptionProperties settings;

    Authority(
            ClientRegistry clients,
            Custodies custodies,
            Sight sight,
            Store store,
            Referrals referrals,
            SubscriptionProperties settings) {
        this.clients = clients;
        this.custodies = custodies;
        this.sight = sight;
        this.store = store;
        this.referrals = referrals;
        this.settings = settings;
    }

    /**
     * A subscriber as it is registered now.
     *
     * @param caller whom rights are asked of
     * @param allowed where it may be called at all
     */
    record Standing(Caller caller, AddressRules.Allowed allowed) {}

    /** Empty when the client is registered no more, works for somebody else, or acted for somebody who has left. */
    Optional<Standing> of(Subscribed subscription) {
        URI endpoint = subscription.wish().endpoint();
        return clients.registered(subscription.caller().client())
                .filter(client -> client.demo() && AddressRules.isLoopback(endpoint)
                        || client.notifyAt().stream().anyMatch(place -> AddressRules.isWithin(endpoint, place)))
                .flatMap(client -> client.again(subscription.caller())
                        .map(caller ->
                                new Standing(caller, new AddressRules.Allowed(client.demo(), settings.inside()))))
                .filter(standing ->
                        standing.caller().person().filter(custodies::hasLeft).isEmpty());
    }

    /** Those of these, as {@code Type/id}, that this caller may see now. */
    Map<String, Resource> seen(Caller caller, Collection<String> references) {
        Map<String, List<Referral>> rows =
                referrals.of(references.stream().map(Authority::id).distinct().toList());
        Map<String, Resource> seen = new HashMap<>();
        for (String reference : references) {
            if (!seen.containsKey(reference)) {
                store.read(reference)
                        .filter(resource -> sees(caller, resource, rows.getOrDefault(id(reference), List.of())))
                        .ifPresent(resource -> seen.put(reference, resource));
            }
        }
        return seen;
    }

    /** Whether this caller may see this resource of these referrals, as far as its token was narrowed as well. */
    boolean sees(Caller caller, Resource resource, List<Referral> rows) {
        return sight.covers(caller, resource, Scope.Action.READ) && sight.maySee(caller, resource, rows);
    }

    private static String id(String reference) {
        return reference.substring(reference.indexOf('/') + 1);
    }
}
