package nl.wally.intake;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.wally.conformance.Canonicals;
import nl.wally.fhir.Referral;
import nl.wally.fhir.Stage;
import nl.wally.fhir.Step;
import nl.wally.fhir.Submission;
import nl.wally.routing.Receivers;
import nl.wally.routing.Routing;
import nl.wally.routing.RoutingRules;
import nl.wally.routing.TeamNow;
import nl.wally.shared.Problem;
import nl.wally.shared.References;
import nl.wally.shared.Refusal;
import nl.wally.shared.RefusedException;
import nl.wally.team.CurrentTeam;
import nl.wally.team.TeamProperties;
import nl.wally.team.Teams;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;

/** Judges a referral at the door, finds the person, chooses the receiver and opens the Task (transition T01). */
@Component
class IntakeStep implements Step {
    private final IdentifierSystems identifierSystems;
    private final Teams teams;
    private final Receivers receivers;
    private final TeamProperties settings;
    private final IntakeProperties intake;
    private final PatientMatch patients;
    private final Replacement replacement;
    private final Opening opening;

    IntakeStep(
            IdentifierSystems identifierSystems,
            Teams teams,
            Receivers receivers,
            TeamProperties settings,
            IntakeProperties intake,
            PatientMatch patients,
            Replacement replacement,
            Opening opening) {
        this.identifierSystems = identifierSystems;
        this.teams = teams;
        this.receivers = receivers;
        this.settings = settings;
        this.intake = intake;
        this.patients = patients;
        this.replacement = replacement;
        this.opening = opening;
    }

    @Override
    public Stage stage() {
        return Stage.DECIDE;
    }

    @Override
    public void run(Submission submission) {
        if (!ReceivedReferral.isIn(submission)) {
            return;
        }
        ReferralParts parts = ReceivedReferral.partsOf(submission);
        String practice = submission.caller().organization();
        Set<String> systems = identifierSystems.of(practice);
        List<Refusal> refusals = IntakeRules.judge(parts, facts(submission, parts, systems));
        if (!refusals.isEmpty()) {
            throw new RefusedException(refusals);
        }
        CareTeam team = teams.ofPractice(practice).orElseThrow(() -> new RefusedException(Problem.TEAM_MISSING));
        CurrentTeam current = teams.current(team, submission.now());
        TeamNow present = receivers.of(current, submission.now());
        Routing routing = RoutingRules.route(present, wanted(parts));
        if (routing instanceof Routing.Refused refused) {
            throw new RefusedException(List.of(refused.refusal()));
        }
        patients.match(submission, systems);
        replacement.replace(submission, parts);
        opening.open(parts, practice, team, routing, submission.now());
        submission.opens(row(parts.task(), practice, current.coordination().orElse("")), present.standIns());
    }

    private IntakeFacts facts(Submission submission, ReferralParts parts, Set<String> systems) {
        String requester = References.key(parts.referral().getRequester());
        Optional<String> employer =
                requester.startsWith("PractitionerRole/") ? teams.organizationOf(requester) : Optional.empty();
        return new IntakeFacts(
                submission.caller(), systems, submission.now(), settings.zone(), intake.acceptBsn(), employer);
    }

    private static Referral row(Task task, String practice, String coordination) {
        String number = task.getIdentifier().stream()
                .filter(identifier -> Canonicals.REFERRAL_NUMBER.equals(identifier.getSystem()))
                .findFirst()
                .orElseThrow()
                .getValue();
        List<String> recipients = task.getRestriction().getRecipient().stream()
                .map(References::key)
                .toList();
        return new Referral(
                UUID.randomUUID(),
                number,
                practice,
                coordination,
                task.getStatus().toCode(),
                References.key(task.getOwner()),
                recipients);
    }

    private static List<String> wanted(ReferralParts parts) {
        return java.util.stream.Stream.concat(
                        parts.referral().getPerformer().stream(),
                        java.util.stream.Stream.of(parts.task().getOwner()))
                .filter(Reference::hasReference)
                .map(References::key)
                .distinct()
                .toList();
    }
}
