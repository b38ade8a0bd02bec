package nl.wally.fhir;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
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
    private static final Set<String> OF_NO_REFERRAL = Set.of(
            "Patient",
            "CareTeam",
            "Appointment",
            "PractitionerRole",
            "Organization",
            "Practitioner",
            "HealthcareService",
            "Subscription");

    private final Referrals referrals;
    private final Custodies custodies;
    private final Store store;
    private final References references;

    ReadStep(Referrals referrals, Custodies custodies, Store store, References references) {
        this.referrals = referrals;
        this.custodies = custodies;
        this.store = store;
        this.references = references;
    }

    @Override
    public Stage stage() {
        return Stage.READ;
    }

    @Override
    public void run(Submission submission) {
        Set<String> concerned = idsConcerned(submission);
        submission.lockedToFollow(lockToFollow(submission, concerned));
        submission.locked(referrals.lock(concerned));
        resourcesOfNoReferral(submission).forEach(reference -> referrals.serialise("resource", reference));
        for (Change change : submission.requested()) {
            if (change.origin() == Change.Origin.CLIENT_UPDATE) {
                change.found(store.read(change.reference()).orElseThrow(() -> new RefusedException(Problem.NOT_FOUND)));
            }
        }
    }

    /** Open referrals follow their people: who leaves or joins a team moves them. */
    private List<Referral> lockToFollow(Submission submission, Set<String> concerned) {
        Set<String> roles = new TreeSet<>();
        Set<String> practices = new TreeSet<>();
        for (Change change : submission.requested()) {
            boolean update = change.origin() == Change.Origin.CLIENT_UPDATE;
            if (change.type().equals("PractitionerRole") && update) {
                roles.add(change.reference());
            } else if (change.type().equals("CareTeam")) {
                practices.addAll(
                        update
                                ? store.linked(change.reference(), "CareTeam.managingOrganization")
                                : references.in(change.after()));
            }
        }
        return roles.isEmpty() && practices.isEmpty() ? List.of() : custodies.lock(roles, practices, concerned);
    }

    /** Whoever writes a role writes the teams of that role as well, for a gap shows there. */
    private List<String> resourcesOfNoReferral(Submission submission) {
        Set<String> found = new TreeSet<>();
        Stream.concat(
                        submission.requested().stream()
                                .filter(change -> change.origin() == Change.Origin.CLIENT_UPDATE)
                                .map(Change::reference),
                        submission.fetched().stream())
                .filter(ReadStep::isOfNoReferral)
                .forEach(reference -> {
                    found.add(reference);
                    if (reference.startsWith("PractitionerRole/")) {
                        found.addAll(store.linking(reference, "CareTeam.participant.member"));
                    }
                });
        return List.copyOf(found);
    }

    private static boolean isOfNoReferral(String reference) {
        return OF_NO_REFERRAL.contains(reference.replaceFirst("/.*", ""));
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
                        .map(reference -> reference.replaceFirst("/_history/.*", ""))
                        // What is created here belongs to no referral yet; what is updated here is counted above.
                        .filter(reference -> submission.change(reference).isEmpty())
                        .filter(reference -> !isOfNoReferral(reference))
                        .map(reference -> reference.substring(reference.indexOf('/') + 1))
                        .forEach(ids::add);
            }
        }
        return ids;
    }
}
