package nl.wally.fhir.rest;

import static nl.wally.shared.Words.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import nl.wally.conformance.Canonicals;
import nl.wally.fhir.Change;
import nl.wally.fhir.Referral;
import nl.wally.fhir.Sight;
import nl.wally.fhir.Submission;
import nl.wally.shared.References;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells what would come of a request that was rehearsed, as far as the caller would see it. */
@Component
class Forecast {
    private final Sight sight;

    Forecast(Sight sight) {
        this.sight = sight;
    }

    List<Foretold> of(Submission submission) {
        List<Foretold> told = new ArrayList<>();
        if (submission.isAnswered()) {
            told.add(new Foretold("", words("This was sent before: sending it again changes nothing"), ""));
            return told;
        }
        for (Change change : submission.requested()) {
            told.add(requested(submission, change));
            if (change.after() instanceof Task task) {
                String path = submission.path(change, "Task");
                task(path, task, change.before()).forEach(told::add);
            }
        }
        submission
                .changes()
                .filter(change -> change.origin() == Change.Origin.SERVER)
                .filter(change -> !(change.after() instanceof Provenance))
                .filter(change -> maySee(submission, change))
                .forEach(change -> told.addAll(consequence(change)));
        long traces = submission
                .changes()
                .filter(change -> change.after() instanceof Provenance)
                .filter(change -> maySee(submission, change))
                .count();
        if (traces > 0) {
            told.add(new Foretold("", words("The server would write who did it: Provenance"), String.valueOf(traces)));
        }
        return told;
    }

    private static Foretold requested(Submission submission, Change change) {
        String path = submission.path(change, change.type());
        return change.before() == null
                ? new Foretold(path, words("This {0} would be created", change.type()), "")
                : new Foretold(path, words("This {0} would be updated", change.type()), change.reference());
    }

    /** What the server decides about a Task, whoever would be its owner. */
    private static List<Foretold> task(String path, Task task, @Nullable Resource before) {
        List<Foretold> told = new ArrayList<>();
        told.add(new Foretold(
                path + ".status", words("The status would be"), task.getStatus().toCode()));
        String progress = code(task.getBusinessStatus());
        if (!progress.isEmpty()) {
            told.add(new Foretold(path + ".businessStatus", words("The progress would be"), progress));
        }
        String owner = References.key(task.getOwner());
        told.add(
                owner.isEmpty()
                        ? new Foretold(path + ".owner", words("Nobody would own it yet"), "")
                        : new Foretold(path + ".owner", words("The owner would be"), owner));
        if (before == null) {
            moment(task, Canonicals.EXTENSION_FIRST_CONTACT_DUE)
                    .ifPresent(due -> told.add(
                            new Foretold(path + ".extension", words("The first contact would be promised by"), due)));
        }
        moment(task, Canonicals.EXTENSION_UNATTENDED)
                .ifPresent(since -> told.add(new Foretold(
                        path + ".extension", words("Nobody is present: the coordinator would be told"), since)));
        return told;
    }

    private static List<Foretold> consequence(Change change) {
        Resource after = change.after();
        String kind = after instanceof Communication said && said.hasCategory()
                ? code(said.getCategoryFirstRep())
                : status(after);
        return List.of(
                change.before() == null
                        ? new Foretold("", words("The server would create a {0}", change.type()), kind)
                        : new Foretold("", words("The server would change {0}", change.reference()), kind));
    }

    private static String status(Resource resource) {
        var status = resource.getNamedProperty("status");
        return status == null || status.getValues().isEmpty()
                ? ""
                : Objects.toString(status.getValues().get(0).primitiveValue(), "");
    }

    private static String code(CodeableConcept concept) {
        return Objects.toString(concept.getCodingFirstRep().getCode(), "");
    }

    private static Optional<String> moment(DomainResource resource, String url) {
        return Optional.ofNullable(resource.getExtensionByUrl(url))
                .map(Extension::getValue)
                .map(value -> value.primitiveValue());
    }

    private boolean maySee(Submission submission, Change change) {
        List<Referral> rows = new ArrayList<>(submission.referrals());
        submission.opened().ifPresent(rows::add);
        Resource shown = change.before() == null ? change.after() : change.before();
        return rows.size() == 1 && sight.maySee(submission.caller(), shown, rows);
    }
}
