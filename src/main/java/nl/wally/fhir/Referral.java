package nl.wally.fhir;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The row of a referral: what one must know of it to lock it and to decide who may see its resources.
 *
 * @param number the referral number that both sides can quote
 * @param practice the referring practice, for instance {@code Organization/practice-1}
 * @param coordination the organisation whose coordinator looks after the team
 * @param status the status code of the referral Task
 * @param owner the PractitionerRole that owns the Task
 * @param recipients the PractitionerRoles that may own it
 * @param withdrawn whether the person no longer permits sharing with the social organisation
 * @param sharedUntil from when on the consent has lapsed by itself; null when it has no end
 * @param endedAt since when the referral is over; null while it is open
 * @param escalated whether a clock has gone up to those who may stand in: they may act, whoever owns it
 */
public record Referral(
        UUID id,
        String number,
        String practice,
        String coordination,
        String status,
        String owner,
        List<String> recipients,
        boolean withdrawn,
        @Nullable Instant sharedUntil,
        @Nullable Instant endedAt,
        boolean escalated) {
    static final Set<String> OPEN = Set.of("requested", "received", "accepted", "in-progress", "on-hold");

    private static final Set<String> CALLED_OFF = Set.of("cancelled", "entered-in-error");

    /** The row of a referral that begins: what the person permitted was just judged. */
    public Referral(
            UUID id,
            String number,
            String practice,
            String coordination,
            String status,
            String owner,
            List<String> recipients) {
        this(id, number, practice, coordination, status, owner, recipients, false, null, null, false);
    }

    /** Whether it has not ended yet. */
    public boolean isOpen() {
        return OPEN.contains(status);
    }

    /** The same with this owner and these who may own it. */
    Referral with(String newOwner, List<String> newRecipients) {
        return new Referral(
                id,
                number,
                practice,
                coordination,
                status,
                newOwner,
                newRecipients,
                withdrawn,
                sharedUntil,
                endedAt,
                escalated);
    }

    /** The same as it is at this moment: a consent that has lapsed is as good as withdrawn. */
    public Referral at(Instant now) {
        boolean lapsed = sharedUntil != null && !now.isBefore(sharedUntil);
        return withdrawn || !lapsed
                ? this
                : new Referral(
                        id,
                        number,
                        practice,
                        coordination,
                        status,
                        owner,
                        recipients,
                        true,
                        sharedUntil,
                        endedAt,
                        escalated);
    }

    /** Whether it was called off, or should never have been, and that was before this moment. */
    public boolean wasCalledOffBefore(Instant moment) {
        return CALLED_OFF.contains(status) && endedAt != null && endedAt.isBefore(moment);
    }

    /** Whether this PractitionerRole owns the referral or may come to own it, and the person permits that it knows of it. */
    public boolean concerns(String role) {
        return !withdrawn && names(role);
    }

    /** Whether this PractitionerRole owns the referral or might have come to own it, whatever the person permits. */
    public boolean names(String role) {
        return owner.equals(role) || recipients.contains(role);
    }
}
