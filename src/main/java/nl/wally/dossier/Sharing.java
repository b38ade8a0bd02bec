package nl.wally.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import nl.wally.shared.References;
import nl.wally.workflow.ConsentRules;
import org.hl7.fhir.r4.model.Consent;

/**
 * What the person agreed to (W-2), as it is now.
 *
 * @param withSocial whether the referral may be shared with the social organisation
 * @param feedbackToGp whether the GP may hear of the content
 * @param since when it was given
 * @param byRepresentative whether somebody who speaks for the person gave it
 */
public record Sharing(boolean withSocial, boolean feedbackToGp, Optional<LocalDate> since, boolean byRepresentative) {
    static Sharing of(Consent consent, Instant now, Wording wording) {
        return new Sharing(
                ConsentRules.permits(consent, ConsentRules.SHARE_WITH_SOCIAL, now, wording.zone()),
                ConsentRules.permits(consent, ConsentRules.FEEDBACK_TO_GP, now, wording.zone()),
                wording.day(consent.getDateTimeElement()),
                consent.getPerformer().stream()
                        .anyMatch(giver -> References.key(giver).startsWith("RelatedPerson/")));
    }
}
