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
 */
public record Referral(
        UUID id,
        String number,
        String practice,
        String coordination,
        String status,
        String owner,
        List<String> recipients) {

    /** Whether this PractitionerRole owns the referral or may come to own it. */
    public boolean concerns(String role) {
        return owner.equals(role) || recipients.contains(role);
    }
}
