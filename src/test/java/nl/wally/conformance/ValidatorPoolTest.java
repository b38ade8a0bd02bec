package nl.wally.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.context.FhirContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.hl7.fhir.common.hapi.validation.validator.WorkerContextValidationSupportAdapter;
import org.hl7.fhir.r4.model.Practitioner;
import org.junit.jupiter.api.Test;

/** No more validators lie idle than were in use at once, nor more than the ceiling; none lives for ever. */
class ValidatorPoolTest {
    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final WorkerContextValidationSupportAdapter KNOWLEDGE =
            WorkerContextValidationSupportAdapter.newVersionSpecificWorkerContextWrapper(
                    Knowledge.of(Knowledge.supports(FHIR, new Definitions(FHIR), List.of())));

    private final AtomicInteger made = new AtomicInteger();
    private final ValidatorPool pool = new ValidatorPool(2, () -> {
        made.incrementAndGet();
        return new PooledValidator(FHIR, KNOWLEDGE);
    });

    @Test
    void oneAfterTheOtherTakesOne() {
        for (int i = 0; i < 5; i++) {
            pool.lend(validator -> validator.isWornOut());
        }
        assertThat(made).hasValue(1);
        assertThat(pool.idle()).isEqualTo(1);
    }

    @Test
    void whatIsOverTheCeilingIsLetGo() {
        Set<PooledValidator> atOnce = new HashSet<>();
        nested(atOnce, 4);
        assertThat(atOnce).hasSize(4);
        assertThat(pool.idle()).isEqualTo(2);
    }

    private int nested(Set<PooledValidator> atOnce, int depth) {
        return pool.lend(validator -> {
            atOnce.add(validator);
            return depth == 1 ? 1 : nested(atOnce, depth - 1);
        });
    }

    @Test
    void oneThatThrewIsLetGo() {
        assertThatThrownBy(() -> pool.lend(validator -> {
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");
        assertThat(pool.idle()).isZero();
    }

    @Test
    void oneThatIsWornOutIsLetGo() {
        List<String> profile = List.of(Canonicals.PROFILE_PRACTITIONER);
        List<PooledValidator> seen = new ArrayList<>();
        for (int i = 0; i < PooledValidator.MOST_USES + 1; i++) {
            pool.lend(validator -> seen.add(validator) && validator.validate(new Practitioner(), profile) != null);
        }
        assertThat(new HashSet<>(seen)).hasSize(2);
        assertThat(seen.get(PooledValidator.MOST_USES)).isNotSameAs(seen.get(0));
    }
}
