package nl.wally.team;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.wally.fhir.Change;
import nl.wally.fhir.Submission;
import nl.wally.shared.References;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.springframework.stereotype.Component;

/** Teams and their people as they will be when the submission at hand is stored. */
@Component
public class ComingDirectory {
    private final Teams teams;

    ComingDirectory(Teams teams) {
        this.teams = teams;
    }

    /** A member, for instance {@code PractitionerRole/wally-1}. */
    public Optional<PractitionerRole> role(Submission submission, String reference) {
        return submission
                .change(reference)
                .map(Change::after)
                .filter(PractitionerRole.class::isInstance)
                .map(PractitionerRole.class::cast)
                .or(() -> teams.role(reference));
    }

    /** The teams of a practice that are or were in force: what is stored, but for what this submission changes. */
    public List<CareTeam> teamsOf(Submission submission, String practice) {
        Stream<CareTeam> stored = teams.activeOf(practice).stream()
                .filter(team -> submission.change(References.key(team)).isEmpty());
        Stream<CareTeam> sent = submission
                .changesOf(CareTeam.class)
                .map(Change::after)
                .map(CareTeam.class::cast)
                .filter(team ->
                        References.key(team.getManagingOrganizationFirstRep()).equals(practice));
        return Stream.concat(stored, sent).toList();
    }

    /** One team; empty when there is none, or when it is none. */
    public Optional<CareTeam> team(Submission submission, String reference) {
        return submission
                .change(reference)
                .map(Change::after)
                .filter(CareTeam.class::isInstance)
                .map(CareTeam.class::cast)
                .or(() -> teams.team(reference));
    }

    /** The teams in which somebody has or had a place, but for those that somebody writes at this very moment. */
    public List<CareTeam> teamsWith(Submission submission, String role) {
        return teams.with(role).stream()
                .map(References::key)
                .filter(team -> submission
                        .change(team)
                        .filter(change -> change.origin() != Change.Origin.SERVER)
                        .isEmpty())
                .flatMap(team -> team(submission, team).stream())
                .toList();
    }
}
