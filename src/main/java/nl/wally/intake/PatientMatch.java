package nl.wally.intake;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.wally.fhir.Authorship;
import nl.wally.fhir.Change;
import nl.wally.fhir.Criteria;
import nl.wally.fhir.References;
import nl.wally.fhir.Referrals;
import nl.wally.fhir.Store;
import nl.wally.fhir.Submission;
import nl.wally.shared.Problem;
import nl.wally.shared.RefusedException;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.springframework.stereotype.Component;

/**
 * One person is one Patient in a practice, known by the practice's own number. Who is known already is not created again:
 * how to reach the person is taken over from the referral.
 */
@Component
class PatientMatch {
    private final Store store;
    private final Referrals referrals;
    private final References references;

    PatientMatch(Store store, Referrals referrals, References references) {
        this.store = store;
        this.referrals = referrals;
        this.references = references;
    }

    /** Turns the creation of a Patient that exists into an update, and lets everything point to the one that exists. */
    void match(Submission submission, Set<String> practiceSystems) {
        Change change = submission.changesOf(Patient.class).findFirst().orElseThrow();
        Patient sent = (Patient) change.after();
        Identifier identity = sent.getIdentifier().stream()
                .filter(identifier -> practiceSystems.contains(identifier.getSystem()))
                .findFirst()
                .orElseThrow();
        requireSameCondition(change, identity);
        // Two connections that bring the same new person: the second waits until the first is stored.
        referrals.serialise("patient", identity.getSystem(), identity.getValue());
        Optional<Patient> known = find(identity, submission.caller().organization());
        if (known.isPresent()) {
            String assigned = change.reference();
            Patient merged = takeOver(known.get(), sent);
            change.turnIntoUpdate(known.get(), merged);
            if (!merged.equalsDeep(known.get())) {
                submission.create(Authorship.of(submission, change.reference(), "contact-data-taken-over"));
            }
            submission
                    .requested()
                    .forEach(other -> references.replace(other.after(), Map.of(assigned, change.reference())));
        }
    }

    private static void requireSameCondition(Change change, Identifier identity) {
        String condition = change.ifNoneExist();
        String expected = "identifier=" + identity.getSystem() + "|" + identity.getValue();
        if (condition != null
                && !condition
                        .replaceFirst("^\\??(Patient\\?)?", "")
                        .replace("%7C", "|")
                        .equals(expected)) {
            throw new RefusedException(
                    Problem.PARAMETER_INVALID,
                    "Bundle.entry.request.ifNoneExist",
                    "A Patient is known by the practice's own number alone: ifNoneExist is"
                            + " identifier=[system]|[value] of that number");
        }
    }

    private Optional<Patient> find(Identifier identity, String practice) {
        var criteria = Criteria.identifier("identifier", identity.getSystem(), identity.getValue())
                .andReference("organization", practice);
        return store.find(Patient.class, criteria).stream().findFirst();
    }

    private static Patient takeOver(Patient known, Patient sent) {
        Patient merged = known.copy();
        merged.setTelecom(sent.copy().getTelecom());
        merged.setAddress(sent.copy().getAddress());
        merged.setCommunication(sent.copy().getCommunication());
        merged.setContact(sent.copy().getContact());
        merged.setExtension(sent.copy().getExtension());
        return merged;
    }
}
