package nl.wally.fhir.rest;

import java.util.List;
import nl.wally.fhir.CurrentCaller;
import nl.wally.fhir.Fetched;
import nl.wally.fhir.MadeWhenAsked;
import nl.wally.fhir.Referral;
import nl.wally.fhir.Referrals;
import nl.wally.fhir.Sight;
import nl.wally.fhir.Store;
import nl.wally.shared.Problem;
import nl.wally.shared.RefusedException;
import nl.wally.shared.Scope.Action;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/** Read, vread and history of an instance: what one may not see does not exist. */
@Component
class Reads {
    private final Store store;
    private final Referrals referrals;
    private final Sight sight;
    private final CurrentCaller caller;
    private final Fetched fetched;
    private final List<MadeWhenAsked> made;

    Reads(
            Store store,
            Referrals referrals,
            Sight sight,
            CurrentCaller caller,
            Fetched fetched,
            List<MadeWhenAsked> made) {
        this.store = store;
        this.referrals = referrals;
        this.sight = sight;
        this.caller = caller;
        this.fetched = fetched;
        this.made = made;
    }

    /** The current version, whole: with that the caller has got it. */
    Resource fetch(IdType id) {
        return fetched.by(caller.current(), List.of(read(id))).get(0);
    }

    /** The current version, or the one that the id names. */
    Resource read(IdType id) {
        return see(id).resource();
    }

    /** The same, with the referrals that it belongs to. */
    Seen see(IdType id) {
        Seen current = find(id.toVersionless());
        requireSight(current);
        // Who may see an old version is a question of today, as it is of the history.
        return id.hasVersionIdPart()
                ? new Seen(store.readExactly(id).orElseThrow(Reads::absent), current.referrals())
                : current;
    }

    /** Always the current version, for whom asks {@link Sight} itself whether the caller may work with it. */
    Seen find(IdType id) {
        requireScope(id.getResourceType());
        for (MadeWhenAsked one : made) {
            if (one.type().equals(id.getResourceType())) {
                return new Seen(
                        one.read(caller.current(), id.getIdPart())
                                .filter(made -> sight.covers(caller.current(), made, Action.READ))
                                .orElseThrow(Reads::absent),
                        List.of());
            }
        }
        return withReferrals(
                store.read(id.toUnqualifiedVersionless().getValue()).orElseThrow(Reads::absent));
    }

    /** The newest versions, at most so many. */
    List<Resource> history(String reference, int most) {
        requireScope(reference.substring(0, reference.indexOf('/')));
        requireSight(withReferrals(store.read(reference).orElseThrow(Reads::absent)));
        return store.history(reference, most);
    }

    private void requireScope(String type) {
        sight.require(caller.current(), type, Action.READ);
    }

    private Seen withReferrals(Resource resource) {
        if (!sight.covers(caller.current(), resource, Action.READ)) {
            throw absent();
        }
        String id = resource.getIdElement().getIdPart();
        return new Seen(resource, referrals.of(List.of(id)).getOrDefault(id, List.of()));
    }

    private void requireSight(Seen found) {
        if (!sight.maySee(caller.current(), found.resource(), found.referrals())) {
            throw absent();
        }
    }

    /** A resource, and the referrals to which it belongs. */
    record Seen(Resource resource, List<Referral> referrals) {}

    private static RefusedException absent() {
        return new RefusedException(Problem.NOT_FOUND);
    }
}
