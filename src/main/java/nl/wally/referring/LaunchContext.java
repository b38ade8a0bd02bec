package nl.wally.referring;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;

/**
 * What a HIS told when it launched the referral form, of which no more is taken than a referral may carry (W-10). Who refers is
 * the caller of the session that the launch began.
 *
 * @param patient numbers without a BSN, name, gender, date of birth, ways to reach, address; whatever of these the HIS told
 * @param reasons why, as far as a referral may say so: codes of ICPC-1-NL
 * @param transaction how the HIS calls this referral: the placer's number of the message, so that one launch makes one referral;
 *     empty when it calls it nothing
 */
public record LaunchContext(Patient patient, List<Coding> reasons, Optional<Identifier> transaction) {
    public LaunchContext {
        reasons = List.copyOf(reasons);
    }
}
