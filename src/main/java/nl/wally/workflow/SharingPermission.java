package nl.wally.workflow;

import nl.wally.fhir.Referral;
import nl.wally.fhir.Submission;
import nl.wally.team.TeamProperties;
import org.hl7.fhir.r4.model.Consent;
import org.springframework.stereotype.Component;

/** Looks up whether the person of a referral permits that the social organisation knows of it, now (W-2). */
@Component
class SharingPermission {
    private final ReferralFile file;
    private final TeamProperties settings;

    SharingPermission(ReferralFile file, TeamProperties settings) {
        this.file = file;
        this.settings = settings;
    }

    /** Whether it is given once the submission is stored. */
    boolean isGiven(Submission submission, Referral referral) {
        return file.part(submission, referral, Consent.class)
                .filter(consent -> ConsentRules.permits(
                        consent, ConsentRules.SHARE_WITH_SOCIAL, submission.now(), settings.zone()))
                .isPresent();
    }
}
