package nl.wally.team;

import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import java.util.function.Function;
import nl.wally.fhir.Change;
import nl.wally.fhir.Stage;
import nl.wally.fhir.Step;
import nl.wally.fhir.Submission;
import nl.wally.shared.Caller.Capacity;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps the mark of a gap true when a team is written, when one of its people is, and when time passes. */
@Component
class GapStep implements Step {
    private final ComingDirectory directory;
    private final GapRules rules;
    private final TeamProperties settings;

    GapStep(ComingDirectory directory, GapRules rules, TeamProperties settings) {
        this.directory = directory;
        this.rules = rules;
        this.settings = settings;
    }

    @Override
    public Stage stage() {
        return Stage.FOLLOW;
    }

    @Override
    public void run(Submission submission) {
        for (Change change : submission.requested()) {
            if (change.after() instanceof CareTeam team) {
                mark(submission, (CareTeam) change.before(), team);
            }
        }
        for (Change change : submission.requested()) {
            if (change.after() instanceof PractitionerRole && change.before() != null) {
                follow(submission, directory.teamsWith(submission, change.reference()));
            }
        }
        if (submission.caller().capacity() == Capacity.SYSTEM) {
            follow(
                    submission,
                    submission.fetched().stream()
                            .flatMap(reference -> directory.team(submission, reference).stream())
                            .toList());
        }
    }

    private void follow(Submission submission, List<CareTeam> teams) {
        for (CareTeam team : teams) {
            if (rules.isOutdated(team, people(submission), submission.now())) {
                CareTeam marked = team.copy();
                mark(submission, team, marked);
                submission.update(team, marked);
            }
        }
    }

    private void mark(Submission submission, @Nullable CareTeam before, CareTeam team) {
        boolean gap = rules.isGap(team, people(submission), submission.now());
        GapRules.mark(before, team, gap, submission.now(), TimeZone.getTimeZone(settings.zone()));
    }

    private Function<String, Optional<PractitionerRole>> people(Submission submission) {
        return reference -> directory.role(submission, reference);
    }
}
