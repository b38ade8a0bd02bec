package nl.wally.fhir;

import java.util.List;
import nl.wally.shared.Occurrence;
import nl.wally.shared.Occurrence.Kind;
import org.springframework.stereotype.Component;

/** Puts each write on record, with all that the server did because of it, in the transaction of the write. */
@Component
class TrailStep implements Step {
    private final Trail trail;

    TrailStep(Trail trail) {
        this.trail = trail;
    }

    @Override
    public Stage stage() {
        return Stage.RECORD;
    }

    @Override
    public void run(Submission submission) {
        var concerned = Concerned.of(submission.changes().map(Change::after).toList());
        if (!concerned.objects().isEmpty()) {
            trail.note(new Occurrence(
                    Kind.WRITE,
                    about(submission),
                    submission.caller(),
                    null,
                    concerned.persons(),
                    concerned.objects()));
        }
    }

    private static String about(Submission submission) {
        List<Change> requested = submission.requested();
        if (submission.received().isPresent()) {
            return "transaction";
        }
        if (requested.isEmpty()) {
            return "consequence";
        }
        return requested.get(0).interaction();
    }
}
