package nl.wally.fhir;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.wally.shared.Problem;
import nl.wally.shared.RefusedException;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * G-MATCH: whoever changes something says which version was read; see https://hl7.org/fhir/R4/http.html#concurrency. A change
 * is one of what the caller sees of that version: a patch tells nothing about the rest, and the rest stays.
 */
@Component
class VersionStep implements Step {
    private static final Pattern ETAG = Pattern.compile("(?:W/)?\"([1-9]\\d{0,8})\"");
    private static final Set<String> REQUIRED = Set.of(
            "Task",
            "Consent",
            "Communication",
            "CareTeam",
            "Appointment",
            "PractitionerRole",
            "Patient",
            "Organization",
            "Practitioner",
            "HealthcareService",
            "RelatedPerson",
            "QuestionnaireResponse",
            "Subscription");

    private final Sight sight;

    VersionStep(Sight sight) {
        this.sight = sight;
    }

    @Override
    public Stage stage() {
        return Stage.MATCH;
    }

    @Override
    public void run(Submission submission) {
        for (Change change : submission.requested()) {
            if (change.origin() == Change.Origin.CLIENT_UPDATE) {
                check(change);
            }
        }
        for (Change change : submission.requested()) {
            Resource stored = change.before();
            if (stored != null) {
                change.applyPatch(
                        sight.show(submission.caller(), List.of(stored)).get(0));
                change.become(sight.written(submission.caller(), stored, change.after()));
            }
        }
    }

    private static void check(Change change) {
        Optional<String> named = version(change.ifMatch());
        if (named.isEmpty() && REQUIRED.contains(change.type())) {
            throw new RefusedException(Problem.VERSION_REQUIRED);
        }
        Resource current = change.before();
        if (named.isPresent()
                && current != null
                && !named.get().equals(current.getMeta().getVersionId())) {
            throw new RefusedException(Problem.VERSION_STALE);
        }
    }

    /** The version in an entity tag; empty without one. */
    private static Optional<String> version(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            return Optional.empty();
        }
        Matcher matcher = ETAG.matcher(ifMatch.trim());
        if (!matcher.matches()) {
            throw new RefusedException(Problem.VERSION_INVALID);
        }
        return Optional.of(matcher.group(1));
    }
}
