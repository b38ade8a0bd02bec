package nl.wally.subscription;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.wally.shared.Caller;

/**
 * A subscription as delivery knows it.
 *
 * @param caller who asked for it, as it was then
 * @param base the address of {@code /fhir} as that client reaches it
 * @param failure code of what went wrong last, while it lasts
 * @param asked how often it was asked for: what came of an earlier time no longer counts
 */
record Subscribed(
        UUID id,
        Caller caller,
        String base,
        Wish wish,
        State state,
        Optional<String> failure,
        long asked,
        Instant toldAt) {

    /** As a resource, for instance {@code Subscription/…}. */
    String reference() {
        return "Subscription/" + id;
    }

    /** The same, for whom reaches {@code /fhir} at this address. */
    Subscribed at(String address) {
        return new Subscribed(id, caller, address, wish, state, failure, asked, toldAt);
    }

    /** The status, as FHIR knows it. */
    enum State {
        REQUESTED,
        ACTIVE,
        ERROR,
        OFF;

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
