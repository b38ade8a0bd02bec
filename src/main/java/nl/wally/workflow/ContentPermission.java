package nl.wally.workflow;

import nl.wally.fhir.Referral;
import nl.wally.fhir.Submission;
import nl.wally.team.TeamProperties;
import org.hl7.fhir.r4.model.Consent;
import org.springframework.stereotype.Component;

/** Looks up whether the person of a referral permits that the GP hears of the content, now (W-6). */
@Component
public class ContentPermission {
    private final ReferralFile file;
    private final TeamProperties settings;

    ContentPermission(ReferralFile file, TeamProperties settings) {
        this.file = file;
        this.settings = settings;
    }

    /** Whether it is given. */
    public boolean isGiven(Submission submission, Referral referral) {
        return file.part(submission, referral, Consent.class)
                .filter(consent ->
                        ConsentRules.permits(consent, ConsentRules.FEEDBACK_TO_GP, submission.now(), settings.zone()))
                .isPresent();
    }
}
