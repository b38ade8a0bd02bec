package nl.wally.meeting;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.wally.conformance.Canonicals;
import nl.wally.fhir.Change;
import nl.wally.fhir.Presence;
import nl.wally.fhir.Stage;
import nl.wally.fhir.Step;
import nl.wally.fhir.Submission;
import nl.wally.shared.Caller;
import nl.wally.shared.Caller.Capacity;
import nl.wally.shared.References;
import nl.wally.shared.RefusedException;
import nl.wally.team.ComingDirectory;
import nl.wally.team.CurrentTeam;
import nl.wally.team.Teams;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Extension;
import org.springframework.stereotype.Component;

/** Brings together what {@link MeetingRules} need to know of a meeting, and refuses what they refuse. */
@Component
class MeetingStep implements Step {
    private final Teams teams;
    private final ComingDirectory directory;
    private final Presence presence;

    MeetingStep(Teams teams, ComingDirectory directory, Presence presence) {
        this.teams = teams;
        this.directory = directory;
        this.presence = presence;
    }

    @Override
    public Stage stage() {
        return Stage.DECIDE;
    }

    @Override
    public void run(Submission submission) {
        submission.eachRequested(change -> {
            if (change.after() instanceof Appointment meeting) {
                MeetingRules.judge((Appointment) change.before(), meeting, facts(submission, meeting), submission.now())
                        .ifPresent(refusal -> {
                            throw new RefusedException(List.of(refusal));
                        });
                keepReminder(change, meeting);
            }
        });
    }

    /** The client's word does not count; a meeting that is moved is reminded of anew. */
    private static void keepReminder(Change change, Appointment meeting) {
        meeting.getExtension().removeIf(extension -> Canonicals.EXTENSION_REMINDED.equals(extension.getUrl()));
        if (change.before() instanceof Appointment before
                && before.getStartElement().equalsDeep(meeting.getStartElement())) {
            Optional.ofNullable(before.getExtensionByUrl(Canonicals.EXTENSION_REMINDED))
                    .map(Extension::copy)
                    .ifPresent(meeting::addExtension);
        }
    }

    private MeetingFacts facts(Submission submission, Appointment meeting) {
        String practice = MeetingRules.practice(meeting);
        Set<String> ofTeam = new HashSet<>(teams.current(practice, submission.now())
                .map(CurrentTeam::members)
                .orElse(Set.of()));
        Set<String> ofPractice = new HashSet<>();
        for (String actor : MeetingRules.actors(meeting)) {
            directory
                    .role(submission, actor)
                    .filter(role -> practice.equals(References.key(role.getOrganization())))
                    .ifPresent(role -> ofPractice.add(actor));
        }
        return new MeetingFacts(mayPlan(submission.caller(), practice), ofPractice, ofTeam);
    }

    private boolean mayPlan(Caller caller, String practice) {
        return switch (caller.capacity()) {
            case PRACTICE -> caller.organization().equals(practice);
            case SOCIAL_WORKER -> presence.belongsTo(caller.agent(), practice);
            default -> caller.capacity() == Capacity.COORDINATOR && presence.belongsTo(caller.organization(), practice);
        };
    }
}
