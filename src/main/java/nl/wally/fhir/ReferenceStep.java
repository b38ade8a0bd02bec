package nl.wally.fhir;

import static nl.wally.shared.Words.words;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.wally.shared.Problem;
import nl.wally.shared.Refusal;
import nl.wally.shared.RefusedException;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/** G-REF: every reference resolves inside the submission, or to what the caller may see. HAPI checks only indexed ones. */
@Component
class ReferenceStep implements Step {
    private static final Pattern LITERAL = Pattern.compile("[A-Z][A-Za-z]+/[A-Za-z0-9\\-.]{1,64}(/_history/\\d+)?");
    /** Everybody who may write may see these; of everything else it has to be asked. */
    private static final Set<String> IN_THE_OPEN =
            Set.of("Organization", "Practitioner", "PractitionerRole", "HealthcareService", "Questionnaire");

    private final Store store;
    private final Sight sight;
    private final Referrals referrals;
    private final References references;

    ReferenceStep(Store store, Sight sight, Referrals referrals, References references) {
        this.store = store;
        this.sight = sight;
        this.referrals = referrals;
        this.references = references;
    }

    @Override
    public Stage stage() {
        return Stage.RESOLVE;
    }

    @Override
    public void run(Submission submission) {
        Map<String, Set<String>> outside = new LinkedHashMap<>();
        List<Refusal> refusals = new ArrayList<>();
        for (Change change : submission.requested()) {
            Resource before = change.before();
            Set<String> known = before == null ? Set.of() : references.in(before);
            for (String reference : references.in(change.after())) {
                if (known.contains(reference) || submission.change(reference).isPresent()) {
                    continue;
                }
                Set<String> places = references.places(change.after(), reference).stream()
                        .map(place -> submission.path(change, place))
                        .collect(Collectors.toCollection(LinkedHashSet::new));
                if (LITERAL.matcher(reference).matches()) {
                    outside.computeIfAbsent(reference.replaceFirst("/_history/.*", ""), any -> new LinkedHashSet<>())
                            .addAll(places);
                } else {
                    refusals.addAll(unresolved(places));
                }
            }
        }
        Set<String> visible = visible(submission, store.existing(outside.keySet()));
        outside.forEach((reference, places) -> {
            if (!visible.contains(reference)) {
                refusals.addAll(unresolved(places));
            }
        });
        if (!refusals.isEmpty()) {
            throw new RefusedException(refusals.stream().distinct().toList());
        }
    }

    private Set<String> visible(Submission submission, Set<String> existing) {
        Set<String> visible = new LinkedHashSet<>(existing);
        List<String> guarded = existing.stream()
                .filter(reference -> !IN_THE_OPEN.contains(reference.substring(0, reference.indexOf('/'))))
                .toList();
        if (guarded.isEmpty()) {
            return visible;
        }
        Map<String, List<Referral>> rows = referrals.of(guarded.stream()
                .map(reference -> reference.substring(reference.indexOf('/') + 1))
                .toList());
        for (String reference : guarded) {
            String id = reference.substring(reference.indexOf('/') + 1);
            boolean seen = store.read(reference)
                    .filter(target -> sight.maySee(submission.caller(), target, rows.getOrDefault(id, List.of())))
                    .isPresent();
            if (!seen) {
                visible.remove(reference);
            }
        }
        return visible;
    }

    private static List<Refusal> unresolved(Set<String> places) {
        return places.stream()
                .map(place -> new Refusal(
                        Problem.REFERENCE_UNRESOLVED,
                        place,
                        words(
                                "A literal reference must point into the Bundle (urn:uuid) or to a resource that exists here and that"
                                        + " you may see, written as Type/id")))
                .toList();
    }
}
