package nl.wally.fhir;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nl.wally.shared.Problem;
import nl.wally.shared.RefusedException;
import org.springframework.stereotype.Component;

/**
 * Locks the referrals concerned, and then the resources that belong to none; reads what is stored now: nothing read before
 * the lock can be trusted after it. Everybody locks in this order, resources by their reference, so that nobody waits in a
 * circle.
 */
@Component
class ReadStep implements Step {
    /** No row of a referral stands for these: two updates of one of them would meet only when they are stored. */
    private static final Set<String> OF_NO_REFERRAL =
            Set.of("Patient", "CareTeam", "PractitionerRole", "Organization", "Practitioner", "HealthcareService");

    private final Referrals referrals;
    private final Store store;
    private final References references;

    ReadStep(Referrals referrals, Store store, References references) {
        this.referrals = referrals;
        this.store = store;
        this.references = references;
    }

    @Override
    public Stage stage() {
        return Stage.READ;
    }

    @Override
    public void run(Submission submission) {
        submission.locked(referrals.lock(idsConcerned(submission)));
        resourcesOfNoReferral(submission).forEach(reference -> referrals.serialise("resource", reference));
        for (Change change : submission.requested()) {
            if (change.origin() == Change.Origin.CLIENT_UPDATE) {
                change.found(store.read(change.reference()).orElseThrow(() -> new RefusedException(Problem.NOT_FOUND)));
            }
        }
    }

    private static List<String> resourcesOfNoReferral(Submission submission) {
        return submission.requested().stream()
                .filter(change -> change.origin() == Change.Origin.CLIENT_UPDATE)
                .filter(change -> OF_NO_REFERRAL.contains(change.type()))
                .map(Change::reference)
                .distinct()
                .sorted()
                .toList();
    }

    private Set<String> idsConcerned(Submission submission) {
        Set<String> ids = new LinkedHashSet<>();
        submission.fetched().forEach(reference -> ids.add(reference.substring(reference.indexOf('/') + 1)));
        for (Change change : submission.requested()) {
            if (change.origin() == Change.Origin.CLIENT_UPDATE) {
                if (!change.type().equals("Patient")) {
                    ids.add(change.id());
                }
            } else {
                references.in(change.after()).stream()
                        .filter(reference -> !reference.startsWith("Patient/"))
                        .map(reference -> reference.substring(reference.indexOf('/') + 1))
                        .forEach(ids::add);
            }
        }
        return ids;
    }
}
