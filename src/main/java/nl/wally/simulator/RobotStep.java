package nl.wally.simulator;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.wally.conformance.Canonicals;
import nl.wally.fhir.Stage;
import nl.wally.fhir.Step;
import nl.wally.fhir.Submission;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;

/** Gives a new referral that asks for it into the hands of the robot, and marks its Task so that everybody sees that. */
@Component
@WithDemoRegion
class RobotStep implements Step {
    private final Simulations simulations;
    private final Sentinels sentinels;
    private final SimulatorProperties settings;

    RobotStep(Simulations simulations, Sentinels sentinels, SimulatorProperties settings) {
        this.simulations = simulations;
        this.sentinels = sentinels;
        this.settings = settings;
    }

    @Override
    public Stage stage() {
        return Stage.END;
    }

    @Override
    public void run(Submission submission) {
        if (submission.opened().isEmpty() || !sentinels.isFor(submission.caller())) {
            return;
        }
        Optional<Script> script = submission.received().flatMap(RobotStep::asked);
        if (script.isPresent()) {
            Task task = submission
                    .changesOf(Task.class)
                    .map(change -> (Task) change.after())
                    .findFirst()
                    .orElseThrow();
            Coding mark = new Coding(Canonicals.SYSTEM_SIMULATION, script.get().code(), null);
            if (task.getMeta().getTag(mark.getSystem(), mark.getCode()) == null) {
                task.getMeta().addTag(mark);
            }
            simulations.begin(
                    UUID.fromString(task.getIdElement().getIdPart()),
                    script.get(),
                    submission.now(),
                    submission.now().plus(settings.robotPace()));
        }
    }

    private static Optional<Script> asked(Bundle bundle) {
        List<Resource> resources = new java.util.ArrayList<>(List.of(bundle));
        bundle.getEntry().forEach(entry -> resources.add(entry.getResource()));
        return resources.stream()
                .flatMap(resource -> resource.getMeta().getTag().stream())
                .filter(tag -> Canonicals.SYSTEM_SIMULATION.equals(tag.getSystem()) && tag.hasCode())
                .flatMap(tag -> Script.of(tag.getCode()).stream())
                .findFirst();
    }
}
