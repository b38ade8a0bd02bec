package nl.wally.fhir.rest;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.rest.server.exceptions.ResourceVersionConflictException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import nl.wally.shared.Problem;
import nl.wally.shared.Refusal;
import org.junit.jupiter.api.Test;
import org.springframework.dao.OptimisticLockingFailureException;

/** Whoever lost a race hears of a conflict, whichever library found out. */
class ErrorTranslationTest {
    @Test
    void aRaceLostIsAConflictByWhateverName() {
        for (RuntimeException lost : new RuntimeException[] {
            new ResourceVersionConflictException(""),
            new OptimisticLockingFailureException(""),
            new OptimisticLockException(),
            new PersistenceException(new OptimisticLockException())
        }) {
            assertThat(problem(lost)).as(lost.toString()).isEqualTo(Problem.CONFLICT);
        }
        assertThat(problem(new PersistenceException())).isEqualTo(Problem.INTERNAL);
    }

    private static Problem problem(RuntimeException thrown) {
        Refusal refusal = ErrorTranslation.refusals(thrown).get(0);
        return refusal.problem();
    }
}
