package nl.wally.fhir;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who has an open referral, and why.
 *
 * @param task the referral Task, as {@code Type/id}
 * @param ownerSince since when the owner has been the owner; empty when nobody remembers
 * @param handedOver the agreement because of which it was handed over; empty when there was none
 * @param standIns those who may own it only because they stand in during somebody's absence
 */
public record Custody(
        Referral referral,
        String task,
        Optional<Instant> ownerSince,
        Optional<HandedOver> handedOver,
        Set<String> standIns) {
    /** The same with this owner, who becomes that now if it is another one, and with these who may own it. */
    public Custody with(String owner, List<String> recipients, Instant now) {
        Optional<Instant> since = owner.equals(referral.owner()) ? ownerSince : Optional.of(now);
        return new Custody(referral.with(owner, recipients), task, since, handedOver, standIns);
    }

    /**
     * A hand-over that was agreed with an absence; it lasts as long as the absence, also when people move the owner on.
     *
     * @param from who is away, for instance {@code PractitionerRole/wally-1}
     * @param to who got it because of that
     */
    public record HandedOver(String from, String to) {}
}
