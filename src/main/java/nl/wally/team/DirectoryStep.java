package nl.wally.team;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.wally.fhir.Change;
import nl.wally.fhir.Referrals;
import nl.wally.fhir.Stage;
import nl.wally.fhir.Step;
import nl.wally.fhir.Submission;
import nl.wally.shared.Caller.Capacity;
import nl.wally.shared.References;
import nl.wally.shared.Refusal;
import nl.wally.shared.RefusedException;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.CareTeam.CareTeamParticipantComponent;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/** Brings together what {@link DirectoryRules} need to know of a change of the directory, and refuses what they refuse. */
@Component
class DirectoryStep implements Step {
    private final Teams teams;
    private final DirectoryRules rules;
    private final PlaceRules places;
    private final ComingDirectory directory;
    private final Referrals locks;
    private final Providers providers;

    DirectoryStep(
            Teams teams,
            DirectoryRules rules,
            PlaceRules places,
            ComingDirectory directory,
            Referrals locks,
            Providers providers) {
        this.teams = teams;
        this.rules = rules;
        this.places = places;
        this.directory = directory;
        this.locks = locks;
        this.providers = providers;
    }

    @Override
    public Stage stage() {
        return Stage.DECIDE;
    }

    @Override
    public void run(Submission submission) {
        // Two new teams for one practice: the second waits, and then finds the first.
        teamsOf(submission)
                .map(DirectoryStep::practice)
                .distinct()
                .sorted()
                .forEach(practice -> locks.serialise("team", practice));
        submission.eachRequested(change -> {
            rules.judge(change.before(), change.after(), facts(submission, change), submission.now())
                    .ifPresent(refusal -> {
                        throw new RefusedException(List.of(refusal));
                    });
            requireFitting(submission, change);
        });
    }

    /** Who holds a place in a team may not become what does not fit it. */
    private void requireFitting(Submission submission, Change change) {
        if (!(change.before() instanceof PractitionerRole before && change.after() instanceof PractitionerRole after)
                || Base.compareDeep(before.getCode(), after.getCode(), true)) {
            return;
        }
        for (CareTeam team : directory.teamsWith(submission, change.reference())) {
            places.judge(team, team, people(submission, team), submission.now()).ifPresent(refusal -> {
                throw new RefusedException(
                        List.of(new Refusal(refusal.problem(), "PractitionerRole.code", refusal.explanation())));
            });
        }
    }

    private DirectoryFacts facts(Submission submission, Change change) {
        String self = submission.caller().organization();
        var facts = new DirectoryFacts(self, kept(self, change, submission.now()));
        if (submission.caller().capacity() == Capacity.SOCIAL_WORKER) {
            facts = facts.byHolder();
        }
        if (change.after() instanceof PractitionerRole role) {
            return facts.withStandIns(standIns(submission, role));
        }
        if (change.after() instanceof CareTeam team) {
            return facts.withTeam(otherTeams(submission, team), people(submission, team));
        }
        return change.after() instanceof HealthcareService
                ? facts.withProviders(providers.ofNobody(submission, change))
                : facts;
    }

    private Map<String, PractitionerRole> people(Submission submission, CareTeam team) {
        Map<String, PractitionerRole> people = new HashMap<>();
        for (CareTeamParticipantComponent participant : team.getParticipant()) {
            String reference = References.key(participant.getMember());
            directory.role(submission, reference).ifPresent(role -> people.put(reference, role));
        }
        return people;
    }

    /** Whom the absences name, of all who have a place in a team of the organisation. */
    private Map<String, PractitionerRole> standIns(Submission submission, PractitionerRole role) {
        Set<String> named = Absence.of(role).stream()
                .flatMap(absence -> absence.substitute().stream())
                .collect(Collectors.toSet());
        Map<String, PractitionerRole> found = new HashMap<>();
        if (!named.isEmpty()) {
            named.retainAll(teams.membersUnder(References.key(role.getOrganization()), submission.now()));
            named.forEach(one -> directory.role(submission, one).ifPresent(known -> found.put(one, known)));
        }
        return found;
    }

    private Set<String> kept(String self, Change change, Instant now) {
        return Stream.of(change.before(), change.after())
                .filter(Objects::nonNull)
                .flatMap(resource -> belongsTo(change, resource))
                .distinct()
                .filter(organization -> organization.equals(self) || teams.coordinates(self, organization, now))
                .collect(Collectors.toUnmodifiableSet());
    }

    private Stream<String> belongsTo(Change change, Resource resource) {
        if (resource instanceof HealthcareService offer) {
            return Stream.of(References.key(offer.getProvidedBy()));
        }
        if (resource instanceof PractitionerRole role) {
            return Stream.of(References.key(role.getOrganization()));
        }
        if (change.before() != null && resource instanceof Organization) {
            return Stream.of(change.reference());
        }
        if (change.before() == resource && resource instanceof Practitioner) {
            return teams.employers(change.reference()).stream();
        }
        return Stream.empty();
    }

    /** As they will be: what is stored, but for what this submission changes. */
    private List<CareTeam> otherTeams(Submission submission, CareTeam team) {
        return directory.teamsOf(submission, practice(team)).stream()
                .filter(other -> other != team)
                .toList();
    }

    private static Stream<CareTeam> teamsOf(Submission submission) {
        return submission.changesOf(CareTeam.class).map(Change::after).map(CareTeam.class::cast);
    }

    private static String practice(CareTeam team) {
        return References.key(team.getManagingOrganizationFirstRep());
    }
}
