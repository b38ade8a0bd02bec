package nl.wally.worklist.feedback;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.wally.conformance.Canonicals;
import nl.wally.conformance.Concepts;
import nl.wally.dossier.Deed;
import nl.wally.shared.Language;
import org.hl7.fhir.r4.model.Task.TaskStatus;

/**
 * In which ways feedback can be sent now: exactly those of {@code $available-actions}.
 *
 * @param interim whether in between
 * @param outcomes with which the referral can be completed; empty when it cannot
 * @param endings in which it can end otherwise
 */
record Ways(boolean interim, List<Choice> outcomes, List<Ending> endings) {
    private static final Set<String> OTHERWISE = Set.of("rejected", "failed", "cancelled");

    /** A code, and what it is called. */
    record Choice(String code, String text) {}

    /**
     * An end without an outcome, which takes a reason.
     *
     * @param code the status in which the referral ends
     */
    record Ending(String code, String title, List<Choice> reasons) {}

    public boolean isNone() {
        return !interim && outcomes.isEmpty() && endings.isEmpty();
    }

    /** Whether this is one of them. */
    boolean include(Sending sending) {
        if (sending.isInterim()) {
            return interim;
        }
        return sending.isCompletion()
                ? outcomes.stream().anyMatch(outcome -> outcome.code().equals(sending.outcome()))
                : ending(sending.deed()).isPresent();
    }

    Optional<Ending> ending(String status) {
        return endings.stream().filter(ending -> ending.code().equals(status)).findFirst();
    }

    static Ways of(List<Deed> deeds, Concepts concepts, Language language) {
        boolean completes = deeds.stream().anyMatch(deed -> deed.status().equals(TaskStatus.COMPLETED.toCode()));
        return new Ways(
                deeds.stream().anyMatch(deed -> deed.code().equals("interim-feedback")),
                completes
                        ? choices(
                                Canonicals.SYSTEM_OUTCOME,
                                concepts.codes(Canonicals.SYSTEM_OUTCOME),
                                concepts,
                                language)
                        : List.of(),
                deeds.stream()
                        .filter(deed -> OTHERWISE.contains(deed.status()))
                        .map(deed -> new Ending(
                                deed.status(),
                                choice(Canonicals.SYSTEM_ACTION, deed.code(), concepts, language)
                                        .text(),
                                choices(Canonicals.SYSTEM_STATUS_REASON, deed.reasons(), concepts, language)))
                        .toList());
    }

    private static List<Choice> choices(String system, List<String> codes, Concepts concepts, Language language) {
        return codes.stream()
                .map(code -> choice(system, code, concepts, language))
                .toList();
    }

    private static Choice choice(String system, String code, Concepts concepts, Language language) {
        return new Choice(code, concepts.called(system, code, language).orElse(code));
    }
}
