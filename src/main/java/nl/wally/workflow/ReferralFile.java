package nl.wally.workflow;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.wally.fhir.Change;
import nl.wally.fhir.Referral;
import nl.wally.fhir.Referrals;
import nl.wally.fhir.Store;
import nl.wally.fhir.Submission;
import nl.wally.shared.References;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;

/** The resources of a referral, as they are or as the submission at hand will leave them. */
@Component
public class ReferralFile {
    private final Referrals referrals;
    private final Store store;

    ReferralFile(Referrals referrals, Store store) {
        this.referrals = referrals;
        this.store = store;
    }

    /** The one resource of this type that arrived with the referral, as it will be when the submission is stored. */
    public <T extends Resource> Optional<T> part(Submission submission, Referral referral, Class<T> type) {
        return submission.file(referral, referrals::file).stream()
                .filter(reference -> reference.startsWith(type.getSimpleName() + "/"))
                .findFirst()
                .flatMap(reference -> find(submission, reference, type));
    }

    /** The Task of the referral as it is stored, whatever the submission makes of it: that says who somebody is. */
    public Task storedTask(Submission submission, Referral referral) {
        Task task = part(submission, referral, Task.class).orElseThrow();
        return submission
                .change(References.key(task))
                .map(Change::before)
                .filter(Task.class::isInstance)
                .map(Task.class::cast)
                .orElse(task);
    }

    /** The Tasks beside the Task of the referral, as they will be when the submission is stored. */
    public List<Task> subTasks(Submission submission, Referral referral) {
        Stream<String> stored = submission.file(referral, referrals::file).stream()
                .filter(reference -> reference.startsWith("Task/"))
                .skip(1);
        Stream<String> created = submission
                .changesOf(Task.class)
                .filter(change -> change.before() == null)
                .map(Change::reference);
        return Stream.concat(stored, created)
                .flatMap(reference -> find(submission, reference, Task.class).stream())
                .filter(SubTask::isBeside)
                .toList();
    }

    /** Who speaks for the person in this referral, as {@code RelatedPerson/id}. */
    Set<String> representatives(Submission submission, Referral referral) {
        return submission.file(referral, referrals::file).stream()
                .filter(reference -> reference.startsWith("RelatedPerson/"))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A resource by reference, as it will be when the submission is stored. */
    public <T extends Resource> Optional<T> find(Submission submission, String reference, Class<T> type) {
        var change = submission.change(reference);
        if (change.isPresent()) {
            return type.isInstance(change.get().after())
                    ? Optional.of(type.cast(change.get().after()))
                    : Optional.empty();
        }
        return store.read(reference, type);
    }

    /** The referral to which a submission belongs; empty when it concerns none, or more than one. */
    public static Optional<Referral> of(Submission submission) {
        List<Referral> rows = submission.referrals();
        return rows.size() == 1 ? Optional.of(rows.get(0)) : Optional.empty();
    }
}
