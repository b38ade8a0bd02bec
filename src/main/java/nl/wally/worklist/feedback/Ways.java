package nl.wally.worklist.feedback;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.wally.conformance.Canonicals;
import nl.wally.conformance.Concepts;
import nl.wally.shared.Language;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.hl7.fhir.r4.model.Type;

/**
 * In which ways feedback can be sent now: exactly those of {@code $available-actions}.
 *
 * @param interim whether in between
 * @param outcomes with which the referral can be completed; empty when it cannot
 * @param endings in which it can end otherwise
 */
record Ways(boolean interim, List<Choice> outcomes, List<Ending> endings) {
    private static final Set<TaskStatus> OTHERWISE =
            Set.of(TaskStatus.REJECTED, TaskStatus.FAILED, TaskStatus.CANCELLED);

    /** A code, and what it is called. */
    record Choice(String code, String text) {}

    /** An end without an outcome, which takes a reason. */
    record Ending(TaskStatus status, String title, List<Choice> reasons) {
        public String code() {
            return status.toCode();
        }
    }

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

    static Ways of(Parameters actions, Concepts concepts, Language language) {
        List<ParametersParameterComponent> all = actions.getParameter();
        boolean completes = all.stream().anyMatch(action -> status(action) == TaskStatus.COMPLETED);
        return new Ways(
                all.stream().anyMatch(action -> code(action).equals("interim-feedback")),
                completes
                        ? concepts.codes(Canonicals.SYSTEM_OUTCOME).stream()
                                .map(code -> choice(Canonicals.SYSTEM_OUTCOME, code, concepts, language))
                                .toList()
                        : List.of(),
                all.stream()
                        .filter(action -> OTHERWISE.contains(status(action)))
                        .map(action -> ending(action, concepts, language))
                        .toList());
    }

    private static Ending ending(ParametersParameterComponent action, Concepts concepts, Language language) {
        List<Choice> reasons = action.getPart().stream()
                .filter(part -> part.getName().equals("need"))
                .flatMap(need -> values(need, "option"))
                .filter(option ->
                        option instanceof Coding coding && Canonicals.SYSTEM_STATUS_REASON.equals(coding.getSystem()))
                .map(option -> choice(Canonicals.SYSTEM_STATUS_REASON, ((Coding) option).getCode(), concepts, language))
                .toList();
        return new Ending(
                status(action),
                choice(Canonicals.SYSTEM_ACTION, code(action), concepts, language)
                        .text(),
                reasons);
    }

    private static Choice choice(String system, String code, Concepts concepts, Language language) {
        return new Choice(code, concepts.called(system, code, language).orElse(code));
    }

    private static String code(ParametersParameterComponent action) {
        return values(action, "code")
                .map(code -> ((Coding) code).getCode())
                .findFirst()
                .orElse("");
    }

    private static TaskStatus status(ParametersParameterComponent action) {
        return values(action, "status")
                .map(status -> TaskStatus.fromCode(((CodeType) status).getValue()))
                .findFirst()
                .orElse(TaskStatus.NULL);
    }

    private static Stream<Type> values(ParametersParameterComponent part, String name) {
        return part.getPart().stream()
                .filter(inner -> inner.getName().equals(name))
                .map(ParametersParameterComponent::getValue);
    }
}
