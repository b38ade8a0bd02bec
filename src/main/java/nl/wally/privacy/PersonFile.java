package nl.wally.privacy;

import java.util.List;
import nl.wally.fhir.Referral;
import nl.wally.shared.References;
import org.hl7.fhir.r4.model.Patient;

/** A person at one practice, and the person's referrals. */
record PersonFile(Patient person, List<Referral> referrals) {
    String reference() {
        return References.key(person);
    }

    String practice() {
        return References.key(person.getManagingOrganization());
    }

    List<String> coordination() {
        return referrals.stream()
                .map(Referral::coordination)
                .distinct()
                .sorted()
                .toList();
    }
}
