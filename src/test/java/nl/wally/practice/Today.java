package nl.wally.practice;

import nl.wally.FhirClient;
import nl.wally.Messages;
import nl.wally.ReferralLife;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;

/** Referrals that a practice sends just now, so that they come first in its list. */
final class Today {
    private Today() {}

    static ReferralLife referral(FhirClient server, int practice) {
        Bundle bundle = Messages.referral(practice);
        DateTimeType now = DateTimeType.now();
        Messages.part(bundle, Task.class).setAuthoredOnElement(now);
        Messages.part(bundle, ServiceRequest.class).setAuthoredOnElement(now.copy());
        return ReferralLife.begin(server, "his-demo-" + practice, bundle);
    }
}
