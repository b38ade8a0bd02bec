package nl.wally.privacy;

import java.util.List;
import java.util.Optional;
import nl.wally.fhir.Referral;
import nl.wally.fhir.Referrals;
import nl.wally.fhir.Store;
import nl.wally.shared.Problem;
import nl.wally.shared.RefusedException;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.springframework.stereotype.Component;

/** Finds what there is of a person. */
@Component
class PersonFiles {
    private final Store store;
    private final Referrals referrals;

    PersonFiles(Store store, Referrals referrals) {
        this.store = store;
        this.referrals = referrals;
    }

    /**
     * The person's file as it is now.
     *
     * @throws RefusedException when there is no such person
     */
    PersonFile find(String person) {
        return store.read(person, Patient.class)
                .map(patient -> new PersonFile(patient, referrals.ofPerson(person)))
                .orElseThrow(PersonFiles::absent);
    }

    /**
     * The same, locked until the transaction ends: nobody works on a referral of this person meanwhile, and no new one comes
     * in. A referral that came in while this waited is locked as well.
     */
    Optional<PersonFile> locked(String person) {
        referrals.lock(List.of(id(person)));
        referrals.serialise("resource", person);
        Optional<Patient> patient = store.read(person, Patient.class);
        // As in the intake, where one person is told by the practice's number.
        patient.ifPresent(known -> known.getIdentifier().stream()
                .map(PersonFiles::token)
                .sorted()
                .forEach(token -> referrals.serialise("patient", token)));
        List<Referral> rows = referrals.lock(List.of(id(person)));
        return patient.map(known -> new PersonFile(known, rows));
    }

    private static String token(Identifier number) {
        return number.getSystem() + "|" + number.getValue();
    }

    private static String id(String person) {
        return person.substring(person.indexOf('/') + 1);
    }

    static RefusedException absent() {
        return new RefusedException(Problem.NOT_FOUND);
    }
}
