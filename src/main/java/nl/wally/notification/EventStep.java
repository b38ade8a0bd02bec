package nl.wally.notification;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.wally.fhir.Change;
import nl.wally.fhir.Referral;
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
        List<Event> changed = new ArrayList<>();
        submission
                .changes()
                .filter(change -> EventFacts.areKept(change.type()) && isNew(change))
                .forEach(change -> changed.add(event(submission, change)));
        events.note(changed);
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
                referral(submission, change.reference()).orElse(null),
                new Event.Author(caller.client(), caller.agent()),
                facts,
                List.of());
    }

    /** What was not said to belong to one referral belongs to the one that is opened, or the only one. */
    private static Optional<UUID> referral(Submission submission, String reference) {
        List<Referral> rows = submission.referrals();
        return submission
                .belonging(reference)
                .or(() -> submission.opened().map(Referral::id))
                .or(() -> rows.size() == 1 ? Optional.of(rows.get(0).id()) : Optional.empty());
    }

    private static String version(Resource resource) {
        return resource.getMeta().getVersionId();
    }
}
