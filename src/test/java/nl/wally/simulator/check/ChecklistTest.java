package nl.wally.simulator.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.wally.shared.Caller.Capacity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The tables of the check are whole: each requirement has a judge, a use case that shows it, and words. */
class ChecklistTest {
    @ParameterizedTest
    @EnumSource(
            value = Capacity.class,
            names = {"PRACTICE", "SOCIAL_WORKER"})
    void eachRequirementComesByInAUseCase(Capacity side) {
        Checklist checklist = Checklist.of(side);
        List<String> useCases = checklist.useCases().stream().map(UseCase::id).toList();
        assertThat(checklist.requirements())
                .hasSizeGreaterThan(20)
                .extracting(Requirement::id)
                .doesNotHaveDuplicates();
        assertThat(checklist.requirements()).allSatisfy(requirement -> {
            assertThat(useCases).contains(requirement.useCase());
            assertThat(requirement.text().dutch()).endsWith(".");
            assertThat(requirement.text().english()).endsWith(".");
            assertThat(requirement.page()).matches("[a-z-]+");
        });
        assertThat(useCases)
                .allSatisfy(id -> assertThat(checklist.requirements())
                        .extracting(Requirement::useCase)
                        .contains(id));
    }

    @Test
    void aCoordinatorIsNotChecked() {
        assertThat(Checklist.isFor(Capacity.COORDINATOR)).isFalse();
    }
}
