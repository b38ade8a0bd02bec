package nl.wally.simulator.check;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import nl.wally.shared.Problem;
import nl.wally.shared.RefusedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One referral of a check and what remains to be done with it by the simulator, one act at a time. */
final class Scene {
    private static final Logger LOG = LoggerFactory.getLogger(Scene.class);

    /** What the next look may find otherwise. */
    private static final Set<Problem> PASSING =
            EnumSet.of(Problem.VERSION_STALE, Problem.CONFLICT, Problem.UNAVAILABLE);

    private final String task;
    private final List<Act> acts;
    private int done;

    /**
     * A scene that has just begun.
     *
     * @param task as {@code Task/id}
     */
    Scene(String task, List<Act> acts) {
        this.task = task;
        this.acts = acts;
    }

    /** Something that a simulated person does with the referral of this Task, or not yet. */
    interface Act {
        Optional<Log.Kind> on(String task);
    }

    String task() {
        return task;
    }

    /** Does the next act, if there is one and its moment has come. */
    void goOn(BiConsumer<Log.Kind, String> diary) {
        if (done == acts.size()) {
            return;
        }
        try {
            acts.get(done).on(task).ifPresent(kind -> {
                done++;
                diary.accept(kind, task);
            });
        } catch (RefusedException overtaken) {
            if (PASSING.contains(overtaken.refusals().get(0).problem())) {
                return;
            }
            // The client has ended or changed the referral meanwhile: the rules hold for the simulator as well.
            LOG.info("The simulator leaves a referral of a check as it is: {}", overtaken.getMessage());
            done = acts.size();
        }
    }
}
