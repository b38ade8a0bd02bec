package nl.wally.notification;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import nl.wally.fhir.Change;
import nl.wally.fhir.RequestAtHand;
import nl.wally.fhir.Stage;
import nl.wally.fhir.Step;
import nl.wally.fhir.Submission;
import nl.wally.shared.Caller;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/** Notes what changed, for whoever has to hear of it, in the transaction of the change. */
@Component
class EventStep implements Step {
    private final Events events;

    EventStep(Events events) {
        this.events = events;
    }

    @Override
    public Stage stage() {
        return Stage.RECORD;
    }

    @Override
    public void run(Submission submission) {
        events.note(of(submission));
    }

    /** What it changed; to which referral each belongs is found when it is passed on, which costs the write nothing. */
    static List<Event> of(Submission submission) {
        Optional<String> trace = RequestAtHand.current().flatMap(RequestAtHand::trace);
        return submission
                .changes()
                .filter(change -> EventFacts.areKept(change.type()) && isNew(change))
                .map(change -> event(submission, change).inTrace(trace))
                .toList();
    }

    /** What is stored as it was has no version of its own. */
    private static boolean isNew(Change change) {
        Resource before = change.before();
        return before == null || !Objects.equals(version(before), version(change.after()));
    }

    private static Event event(Submission submission, Change change) {
        Caller caller = submission.caller();
        Map<String, String> facts = new HashMap<>(EventFacts.of(change.after()));
        Resource before = change.before();
        if (before == null) {
            facts.put("created", "true");
        } else {
            Map<String, String> earlier = EventFacts.of(before);
            Stream.concat(earlier.keySet().stream(), List.copyOf(facts.keySet()).stream())
                    .distinct()
                    .filter(name -> !Objects.equals(earlier.get(name), facts.get(name)))
                    .forEach(name -> facts.put(name + "-before", earlier.getOrDefault(name, "")));
        }
        return new Event(
                submission.now(),
                Event.Kind.CHANGED,
                change.reference(),
                version(change.after()),
                null,
                new Event.Author(caller.client(), caller.agent()),
                facts,
                List.of());
    }

    private static String version(Resource resource) {
        return resource.getMeta().getVersionId();
    }
}
