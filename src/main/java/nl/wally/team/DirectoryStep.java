package nl.wally.team;

import java.time.Instant;
import nl.wally.fhir.Change;
import nl.wally.fhir.Stage;
import nl.wally.fhir.Step;
import nl.wally.fhir.Submission;
import nl.wally.shared.Problem;
import nl.wally.shared.References;
import nl.wally.shared.RefusedException;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/** A coordinator keeps the directory of the own organisation and of the practices whose teams it looks after. */
@Component
class DirectoryStep implements Step {
    private final Teams teams;
    private final TeamRules rules;

    DirectoryStep(Teams teams, TeamRules rules) {
        this.teams = teams;
        this.rules = rules;
    }

    @Override
    public Stage stage() {
        return Stage.DECIDE;
    }

    @Override
    public void run(Submission submission) {
        String self = submission.caller().organization();
        for (Change change : submission.requested()) {
            Resource before = change.before();
            if (!keeps(self, change.after(), before == null, submission.now())
                    || before != null && !keeps(self, before, false, submission.now())) {
                throw new RefusedException(
                        Problem.FORBIDDEN,
                        change.type(),
                        "A coordinator keeps the own organisation and the practices whose team it coordinates");
            }
            if (before instanceof PractitionerRole old && change.after() instanceof PractitionerRole role) {
                stays(old.getPractitioner().equalsDeep(role.getPractitioner()), "PractitionerRole.practitioner");
                stays(old.getOrganization().equalsDeep(role.getOrganization()), "PractitionerRole.organization");
            }
            if (before instanceof CareTeam old && change.after() instanceof CareTeam team) {
                stays(
                        References.key(old.getManagingOrganizationFirstRep())
                                .equals(References.key(team.getManagingOrganizationFirstRep())),
                        "CareTeam.managingOrganization");
            }
        }
    }

    private boolean keeps(String self, Resource resource, boolean created, Instant now) {
        if (resource instanceof PractitionerRole role) {
            String organization = References.key(role.getOrganization());
            return organization.equals(self) || teams.coordinates(self, organization, now);
        }
        if (resource instanceof CareTeam team) {
            String practice = References.key(team.getManagingOrganizationFirstRep());
            boolean free = !created || teams.ofPractice(practice).isEmpty();
            return free
                    && rules.member(team, TeamRole.COORDINATION, now)
                            .filter(self::equals)
                            .isPresent();
        }
        if (resource instanceof Organization organization && !created) {
            String reference = References.key(organization);
            return reference.equals(self) || teams.coordinates(self, reference, now);
        }
        return true;
    }

    /** Leaving is the end of a period and, elsewhere, a new role: what somebody did keeps its meaning. */
    private static void stays(boolean same, String expression) {
        if (!same) {
            throw new RefusedException(Problem.ELEMENT_IMMUTABLE, expression, Problem.ELEMENT_IMMUTABLE.english());
        }
    }
}
