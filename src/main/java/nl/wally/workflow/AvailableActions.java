package nl.wally.workflow;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import nl.wally.fhir.InstanceOperation;
import nl.wally.fhir.Referral;
import nl.wally.fhir.Submission;
import nl.wally.shared.Caller;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;

/** {@code GET Task/{id}/$available-actions}: what this caller may do now, and what each step needs. */
@Component
class AvailableActions implements InstanceOperation {
    private final List<ActionSource> sources;
    private final TaskFactFinding finding;
    private final ReferralFile file;
    private final ActionWords words;
    private final Clock clock;

    AvailableActions(
            List<ActionSource> sources, TaskFactFinding finding, ReferralFile file, ActionWords words, Clock clock) {
        this.sources = sources;
        this.finding = finding;
        this.file = file;
        this.words = words;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "available-actions";
    }

    @Override
    public Parameters answer(Caller caller, Resource resource, List<Referral> referrals) {
        Parameters answer = new Parameters();
        if (resource instanceof Task task && referrals.size() == 1) {
            Submission asked = new Submission(caller, clock.instant(), null, List.of());
            Referral referral = referrals.get(0);
            Task main = file.part(asked, referral, Task.class).orElseThrow();
            Set<Actor> actors = finding.actors(asked, referral, main);
            var situation = new ActionSource.Situation(asked, referral, task, actors);
            sources.stream()
                    .filter(source -> source.concerns(task))
                    .flatMap(source -> source.of(situation).stream())
                    .forEach(action -> words.put(action, answer));
        }
        return answer;
    }
}
