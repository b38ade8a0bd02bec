package nl.wally.referring;

import static org.assertj.core.api.Assertions.assertThat;

import nl.wally.shared.Problem;
import nl.wally.shared.RefusedException;
import nl.wally.shared.Words;
import org.junit.jupiter.api.Test;

/** What the server refuses is told at the field that it came from. */
class FaultsTest {
    @Test
    void aNumberOfSomebodyElseIsToldAtTheNumber() {
        assertThat(duplicate("Bundle.entry[0].resource.birthDate").said()).containsOnlyKeys("person.number");
    }

    @Test
    void aFormThatWasSentBeforeIsToldAboveAllFields() {
        assertThat(duplicate("Bundle.entry[2].resource.identifier[0]").said()).containsOnlyKeys("");
    }

    private static Faults duplicate(String expression) {
        return Faults.of(new RefusedException(Problem.DUPLICATE, expression, Words.NONE));
    }
}
