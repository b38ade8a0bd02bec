package nl.wally.intake;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import nl.wally.shared.Caller;

/**
 * What judging a referral needs and the Bundle does not tell.
 *
 * @param practiceSystems the identifier systems that belong to the caller's practice or its HIS
 * @param now the moment of the request
 * @param zone in which dates without a time are meant
 * @param bsnAllowed whether the municipality has switched the BSN on (W-10)
 * @param requesterOrganization the organisation of the PractitionerRole that {@code ServiceRequest.requester} names;
 *     empty when there is no such role
 */
record IntakeFacts(
        Caller caller,
        Set<String> practiceSystems,
        Instant now,
        ZoneId zone,
        boolean bsnAllowed,
        Optional<String> requesterOrganization) {}
