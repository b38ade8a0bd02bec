package nl.wally.workflow;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.wally.conformance.Canonicals;
import nl.wally.fhir.Change;
import nl.wally.fhir.Custodies;
import nl.wally.fhir.Stage;
import nl.wally.fhir.Step;
import nl.wally.fhir.Submission;
import nl.wally.shared.Caller;
import nl.wally.shared.Caller.Capacity;
import nl.wally.shared.References;
import nl.wally.team.ComingDirectory;
import nl.wally.team.Teams;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;

/**
 * Open referrals follow their people: who leaves gives way, who joins may own, and the flag that nobody is there goes when
 * somebody looks after it.
 */
@Component
class CustodyStep implements Step {
    private final Teams teams;
    private final ComingDirectory directory;
    private final Custodies custodies;
    private final Reassignment reassignment;

    CustodyStep(Teams teams, ComingDirectory directory, Custodies custodies, Reassignment reassignment) {
        this.teams = teams;
        this.directory = directory;
        this.custodies = custodies;
        this.reassignment = reassignment;
    }

    @Override
    public Stage stage() {
        return Stage.FOLLOW;
    }

    @Override
    public void run(Submission submission) {
        Custodian.Source source = source(submission);
        if (submission.requested().stream().anyMatch(change -> moves(change, submission.now()))) {
            submission.following().forEach(referral -> reassignment.of(submission, referral, source));
        }
        if (submission.caller().capacity() == Capacity.SYSTEM) {
            submission.referrals().forEach(referral -> reassignment.of(submission, referral, source));
        }
        for (Change change : submission.requested()) {
            if (change.after() instanceof CareTeam team) {
                coordinate(submission, team);
            }
            if (change.before() instanceof Task before && change.after() instanceof Task after) {
                attend(submission.caller(), before, after, submission.now());
            }
        }
    }

    /** An absence alone moves nothing at once: what was agreed with it happens when it starts. */
    private boolean moves(Change change, Instant now) {
        if (change.after() instanceof PractitionerRole after) {
            return change.before() instanceof PractitionerRole before
                    && teams.isEmployed(before, now) != teams.isEmployed(after, now);
        }
        return change.after() instanceof CareTeam;
    }

    /** A team that is handed over takes the referrals of its practice along. */
    private void coordinate(Submission submission, CareTeam team) {
        String practice = References.key(team.getManagingOrganizationFirstRep());
        boolean theirs = teams.isInForce(team, submission.now())
                || directory.teamsOf(submission, practice).size() == 1;
        teams.current(team, submission.now())
                .coordination()
                .filter(organization -> theirs)
                .ifPresent(organization -> custodies.coordinate(practice, organization));
    }

    /** Somebody of the team who is present has it now, or did something with it. */
    private void attend(Caller caller, Task before, Task after, Instant now) {
        if (!after.hasExtension(Canonicals.EXTENSION_UNATTENDED)
                || TaskDiff.between(before, after).isEmpty()
                || TaskCompletion.isTerminal(Objects.requireNonNull(after.getStatus()))) {
            return;
        }
        String owner = References.key(after.getOwner());
        boolean assigned = !owner.equals(References.key(before.getOwner()));
        Optional<String> who = assigned
                ? Optional.of(owner)
                : caller.person().filter(role -> caller.capacity() == Capacity.SOCIAL_WORKER);
        if (who.flatMap(teams::role).filter(role -> teams.isPresent(role, now)).isPresent()) {
            after.getExtension().removeIf(extension -> Canonicals.EXTENSION_UNATTENDED.equals(extension.getUrl()));
        }
    }

    private Custodian.Source source(Submission submission) {
        // Whoever leaves may leave hundreds of referrals behind: all of them are judged by the same few people.
        Map<String, Optional<PractitionerRole>> people = new HashMap<>();
        Map<String, List<CareTeam>> teamsByPractice = new HashMap<>();
        return new Custodian.Source() {
            @Override
            public Optional<PractitionerRole> role(String reference) {
                return people.computeIfAbsent(reference, one -> directory.role(submission, one));
            }

            @Override
            public List<CareTeam> teamsOf(String practice) {
                return teamsByPractice.computeIfAbsent(practice, one -> directory.teamsOf(submission, one));
            }

            @Override
            public Set<String> removedFrom(String practice) {
                Set<String> removed = submission.requested().stream()
                        .map(Change::before)
                        .filter(CareTeam.class::isInstance)
                        .map(CareTeam.class::cast)
                        .filter(team -> References.key(team.getManagingOrganizationFirstRep())
                                .equals(practice))
                        .flatMap(team -> teams.current(team, submission.now()).members().stream())
                        .collect(Collectors.toSet());
                teamsOf(practice)
                        .forEach(team -> removed.removeAll(
                                teams.current(team, submission.now()).members()));
                return removed;
            }
        };
    }
}
