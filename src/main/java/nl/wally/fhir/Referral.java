package nl.wally.fhir;

import java.util.List;
import java.util.UUID;

/**
 * The row of a referral: what one must know of it to lock it and to decide who may see its resources.
 *
 * @param number the referral number that both sides can quote
 * @param practice the referring practice, for instance {@code Organization/practice-1}
 * @param coordination the organisation whose coordinator looks after the team
 * @param status the status code of the referral Task
 * @param owner the PractitionerRole that owns the Task
 * @param recipients the PractitionerRoles that may own it
 * @param withdrawn whether the person no longer permits sharing with the social organisation, by word or because the
 *     consent has lapsed
 */
public record Referral(
        UUID id,
        String number,
        String practice,
        String coordination,
        String status,
        String owner,
        List<String> recipients,
        boolean withdrawn) {

    /** The row of a referral that begins: what the person permitted was just judged. */
    public Referral(
            UUID id,
            String number,
            String practice,
            String coordination,
            String status,
            String owner,
            List<String> recipients) {
        this(id, number, practice, coordination, status, owner, recipients, false);
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
