package nl.wally.conformance;

import ca.uhn.fhir.context.support.ConceptValidationOptions;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.context.support.ValidationSupportContext;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.jspecify.annotations.Nullable;

/**
 * HAPI's chain with a memory that a client can neither flush nor fill nor poison. HAPI keeps every answer in one cache,
 * keyed by whatever was sent. Here only answers that say yes to a listed code are kept, of which there is an end; they
 * do not depend on the display sent, and belong to the value set that was asked about, not to the URL that it claims.
 * Where the answer is no, or that a system is not known, it is worked out again. Definitions are not copied into a cache:
 * they are in memory already.
 */
class RememberedAnswers extends ValidationSupportChain {
    private static final int MOST_OF_SYSTEMS = 20_000;
    private static final int MOST_OF_A_VALUE_SET = 5_000;

    /** Codes are short; whatever is not is no code. */
    private static final int LONGEST = 300;

    private record Question(
            boolean inferred,
            @Nullable String system,
            @Nullable String code,
            @Nullable String display) {
        static Question of(ConceptValidationOptions options, String system, String code, String display) {
            return new Question(options.isInferSystem(), system, code, options.isValidateDisplay() ? display : null);
        }

        boolean isShort() {
            return length(system) + length(code) + length(display) <= LONGEST;
        }

        private static int length(@Nullable String text) {
            return text == null ? 0 : text.length();
        }
    }

    private final Cache<Question, CodeValidationResult> ofSystems =
            Caffeine.newBuilder().maximumSize(MOST_OF_SYSTEMS).build();

    /** By identity: a value set within a resource that claims to be one of ours has answers of its own, and goes with it. */
    private final LoadingCache<IBaseResource, Cache<Question, CodeValidationResult>> ofValueSets = Caffeine.newBuilder()
            .weakKeys()
            .build(valueSet ->
                    Caffeine.newBuilder().maximumSize(MOST_OF_A_VALUE_SET).build());

    RememberedAnswers(List<IValidationSupport> supports) {
        super(CacheConfiguration.disabled(), supports);
    }

    /** HAPI's own answer is empty while its cache is off. */
    @Override
    public List<IBaseResource> fetchAllStructureDefinitions() {
        Set<String> urls = new HashSet<>();
        List<IBaseResource> all = new ArrayList<>();
        for (IValidationSupport support : getValidationSupports()) {
            List<IBaseResource> some = support.fetchAllStructureDefinitions();
            if (some != null) {
                some.stream()
                        .filter(structure -> urls.add(((StructureDefinition) structure).getUrl()))
                        .forEach(all::add);
            }
        }
        return all;
    }

    @Override
    public @Nullable CodeValidationResult validateCode(
            ValidationSupportContext context,
            ConceptValidationOptions options,
            String system,
            String code,
            String display,
            String valueSetUrl) {
        Supplier<@Nullable CodeValidationResult> answer =
                () -> super.validateCode(context, options, system, code, display, valueSetUrl);
        return valueSetUrl == null || valueSetUrl.isEmpty()
                ? remember(ofSystems, Question.of(options, system, code, display), display, answer)
                : answer.get();
    }

    @Override
    public @Nullable CodeValidationResult validateCodeInValueSet(
            ValidationSupportContext context,
            ConceptValidationOptions options,
            String system,
            String code,
            String display,
            IBaseResource valueSet) {
        return remember(
                ofValueSets.get(valueSet),
                Question.of(options, system, code, display),
                display,
                () -> super.validateCodeInValueSet(context, options, system, code, display, valueSet));
    }

    /** How many answers are kept now. */
    long size() {
        ofSystems.cleanUp();
        return ofSystems.estimatedSize()
                + ofValueSets.asMap().values().stream()
                        .mapToLong(Cache::estimatedSize)
                        .sum();
    }

    private @Nullable CodeValidationResult remember(
            Cache<Question, CodeValidationResult> memory,
            Question question,
            @Nullable String display,
            Supplier<@Nullable CodeValidationResult> answer) {
        CodeValidationResult known = memory.getIfPresent(question);
        if (known != null) {
            return known;
        }
        CodeValidationResult found = answer.get();
        if (found != null
                && question.isShort()
                && isYes(found)
                && isListed(question.system())
                && !repeats(found, display)) {
            memory.put(question, found);
        }
        return found;
    }

    private static boolean isYes(CodeValidationResult answer) {
        return answer.getSeverity() == null
                && answer.getMessage() == null
                && answer.getIssues().isEmpty();
    }

    /** Of media types, units and languages there is no end: what was sent is not kept because it may be one. */
    private boolean isListed(@Nullable String system) {
        return system != null && fetchCodeSystem(system) instanceof CodeSystem listed && listed.hasConcept();
    }

    /** The very string that was sent comes back: nobody else may get to see it. */
    @SuppressWarnings("StringEquality")
    private static boolean repeats(CodeValidationResult answer, @Nullable String display) {
        return display != null && answer.getDisplay() == display;
    }
}
