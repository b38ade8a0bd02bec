package nl.wally.intake;

import static nl.wally.shared.Words.words;

import java.util.Set;
import nl.wally.conformance.Bsn;
import nl.wally.fhir.Change;
import nl.wally.fhir.Stage;
import nl.wally.fhir.Step;
import nl.wally.fhir.Submission;
import nl.wally.shared.Problem;
import nl.wally.shared.References;
import nl.wally.shared.RefusedException;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.springframework.stereotype.Component;

/** What holds for a person in every write: no BSN (W-10) but where it is allowed, and a Patient stays the practice's own. */
@Component
class PersonStep implements Step {
    private final IntakeProperties settings;
    private final IdentifierSystems systems;

    PersonStep(IntakeProperties settings, IdentifierSystems systems) {
        this.settings = settings;
        this.systems = systems;
    }

    @Override
    public Stage stage() {
        return Stage.RECOGNISE;
    }

    @Override
    public void run(Submission submission) {
        submission.requested().stream()
                .filter(change -> IdentifierRules.carriesBsn(change.after(), settings.acceptBsn()))
                .forEach(change -> refuseBsn(change.type()));
        if (!settings.acceptBsn()) {
            submission.received().filter(IdentifierRules::carriesBsn).ifPresent(bundle -> refuseBsn("Bundle"));
        }
        for (Change change : submission.requested()) {
            if (change.before() instanceof Patient before && change.after() instanceof Patient after) {
                String practice = References.key(before.getManagingOrganization());
                judge(before, after, systems.of(practice));
            }
        }
    }

    private static void judge(Patient before, Patient after, Set<String> own) {
        if (!References.key(before.getManagingOrganization()).equals(References.key(after.getManagingOrganization()))) {
            throw new RefusedException(
                    Problem.ELEMENT_IMMUTABLE, "Patient.managingOrganization", Problem.ELEMENT_IMMUTABLE.words());
        }
        boolean sameNumbers =
                before.getIdentifier().size() == after.getIdentifier().size()
                        && before.getIdentifier().stream().allMatch(number -> has(after, number));
        if (!sameNumbers) {
            throw new RefusedException(
                    Problem.ELEMENT_IMMUTABLE,
                    "Patient.identifier",
                    words("A person is known by the practice's own number: it never changes"));
        }
        if (!after.getIdentifier().stream().allMatch(number -> own.contains(number.getSystem()) || Bsn.is(number))) {
            throw new RefusedException(
                    Problem.IDENTIFIER_SYSTEM_FOREIGN, "Patient.identifier", Problem.IDENTIFIER_SYSTEM_FOREIGN.words());
        }
    }

    private static boolean has(Patient patient, Identifier number) {
        return patient.getIdentifier().stream().anyMatch(other -> other.equalsDeep(number));
    }

    private static void refuseBsn(String where) {
        throw new RefusedException(Problem.BSN_REFUSED, where, Problem.BSN_REFUSED.words());
    }
}
