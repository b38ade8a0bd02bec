package nl.wally.clock;

import nl.wally.conformance.Canonicals;
import nl.wally.fhir.Change;
import nl.wally.fhir.Stage;
import nl.wally.fhir.Step;
import nl.wally.fhir.Submission;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Has clocks set anew when the days change in which they are counted. A moment that was promised stays where it is; when
 * somebody is reminded of it may move.
 */
@Component
class ReplanningStep implements Step {
    private final Promises promises;

    ReplanningStep(Promises promises) {
        this.promises = promises;
    }

    @Override
    public Stage stage() {
        return Stage.RECORD;
    }

    @Override
    public void run(Submission submission) {
        for (Change change : submission.requested()) {
            if (change.before() instanceof PractitionerRole before
                    && change.after() instanceof PractitionerRole after
                    && worksOtherwise(before, after)) {
                promises.replanOf(change.reference());
            } else if (change.before() instanceof Organization before
                    && change.after() instanceof Organization after
                    && !same(before, after)) {
                promises.replanUnder(change.reference());
            }
        }
    }

    private static boolean worksOtherwise(PractitionerRole before, PractitionerRole after) {
        return !Base.compareDeep(before.getAvailableTime(), after.getAvailableTime(), true)
                || !Base.compareDeep(before.getNotAvailable(), after.getNotAvailable(), true)
                || !Base.compareDeep(before.getPeriod(), after.getPeriod(), true)
                || before.getActive() != after.getActive();
    }

    private static boolean same(Organization before, Organization after) {
        return Base.compareDeep(escalation(before), escalation(after), true);
    }

    private static @Nullable Extension escalation(Organization organization) {
        return organization.getExtensionByUrl(Canonicals.EXTENSION_ESCALATION);
    }
}
