package nl.wally.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.ConceptValidationOptions;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport.CodeValidationResult;
import ca.uhn.fhir.context.support.ValidationSupportContext;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.ValueSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What clients send, however much of it, takes no place in what is remembered, and pushes nothing out of it. */
class CacheFloodTest {
    private static final int FLOOD = 100_000;
    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final Definitions DEFINITIONS = new Definitions(FHIR);
    private static final String VALUE_SET = Canonicals.VALUE_SET + "business-status";
    private static final ConceptValidationOptions OPTIONS = new ConceptValidationOptions();

    /** Asked whenever an answer is worked out, and never has one. */
    private static class Counting implements IValidationSupport {
        private final AtomicLong asked = new AtomicLong();

        @Override
        public FhirContext getFhirContext() {
            return FHIR;
        }

        @Override
        public boolean isCodeSystemSupported(ValidationSupportContext context, String system) {
            asked.incrementAndGet();
            return false;
        }

        @Override
        public boolean isValueSetSupported(ValidationSupportContext context, String url) {
            asked.incrementAndGet();
            return false;
        }
    }

    private final Counting counting = new Counting();
    private RememberedAnswers answers;
    private ProfileValidator validator;

    @BeforeEach
    void start() {
        List<IValidationSupport> supports = new ArrayList<>(Knowledge.supports(FHIR, DEFINITIONS, List.of()));
        supports.add(0, counting);
        answers = Knowledge.of(supports);
        validator = new ProfileValidator(FHIR, DEFINITIONS, answers);
    }

    @Test
    void normalMessagesAskNoMoreAfterAFlood() {
        List<Resource> normal = WarmUp.examples(FHIR);
        normal.forEach(validator::check);
        long before = asked(normal);
        long remembered = answers.size();

        flood();

        assertThat(answers.size()).isLessThanOrEqualTo(remembered + 2);
        assertThat(asked(normal)).isEqualTo(before);
    }

    @Test
    void displaysAndProfilesWithinMessagesAreNotKept() {
        Task task = (Task) WarmUp.examples(FHIR).stream()
                .filter(example -> example instanceof Task one && one.hasBusinessStatus())
                .findFirst()
                .orElseThrow();
        validator.check(task);
        long remembered = answers.size();
        for (int i = 0; i < 500; i++) {
            Coding coding = task.getBusinessStatus().getCodingFirstRep();
            coding.setDisplay("Iets anders " + i);
            task.getMeta().getProfile().clear();
            task.getMeta().addProfile("http://example.org/StructureDefinition/" + i);
            validator.check(task);
        }
        assertThat(answers.size()).isEqualTo(remembered);
    }

    @Test
    void aValueSetThatClaimsToBeOursIsAskedItself() {
        ValueSet ours = (ValueSet) answers.fetchValueSet(VALUE_SET);
        ValueSet foreign = ours.copy();
        foreign.getCompose()
                .addInclude()
                .setSystem("http://example.org")
                .addConcept()
                .setCode("invented");

        assertThat(asksOf(foreign, "http://example.org", "invented").isOk()).isTrue();
        assertThat(asksOf(ours, "http://example.org", "invented").isOk()).isFalse();
    }

    private void flood() {
        ValueSet valueSet = (ValueSet) answers.fetchValueSet(VALUE_SET);
        for (int i = 0; i < FLOOD / 2; i++) {
            String display = "Iets anders " + i;
            answers.validateCodeInValueSet(
                    context(), OPTIONS, Canonicals.SYSTEM_BUSINESS_STATUS, "intake-done", display, valueSet);
            answers.validateCode(
                    context(), OPTIONS, Canonicals.SYSTEM_BUSINESS_STATUS, "no-such-code-" + i, null, null);
        }
    }

    private CodeValidationResult asksOf(ValueSet valueSet, String system, String code) {
        return answers.validateCodeInValueSet(context(), OPTIONS, system, code, null, valueSet);
    }

    private ValidationSupportContext context() {
        return new ValidationSupportContext(answers);
    }

    private long asked(List<Resource> resources) {
        long before = counting.asked.get();
        resources.forEach(validator::check);
        return counting.asked.get() - before;
    }
}
