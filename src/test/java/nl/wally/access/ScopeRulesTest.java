package nl.wally.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import nl.wally.shared.Scope;
import nl.wally.shared.Scope.Action;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScopeRulesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"system/*.cruds", "system/Task.rs", "system/Task.u?owner=PractitionerRole/1&status=accepted"})
    void readsWhatItWrites(String text) {
        assertThat(ScopeRules.read(text)).map(Scope::text).hasValue(text);
    }

    /** What is not understood must not be taken for something near it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "openid",
                "patient/Task.r",
                "system/Task",
                "system/Task.",
                "system/Task.sr",
                "system/Task.rr",
                "system/Task.read",
                "system/Task.*",
                "system/task.r",
                "system/*.r?owner=1",
                "system/Task.r?",
                "system/Task.r ",
                "SYSTEM/Task.r",
                "system/Task.r?a=\"b",
                "launch"
            })
    void readsNothingElse(String text) {
        assertThat(ScopeRules.read(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            system/*.cruds                  | system/Task.rs                  | system/Task.rs
            system/Task.rs                  | system/*.cruds                  | system/Task.rs
            system/*.rs                     | system/Task.ru system/Patient.s | system/Task.r system/Patient.s
            system/Task.c                   | system/Task.rs                  | ''
            system/Task.r                   | system/Patient.r                | ''
            system/Task.r?owner=A           | system/Task.rs                  | system/Task.r?owner=A
            system/Task.rs                  | system/Task.r?owner=A           | system/Task.r?owner=A
            system/Task.r?owner=A           | system/Task.r?owner=A           | system/Task.r?owner=A
            system/Task.r?owner=A           | system/Task.r?owner=B           | system/Task.r?owner=A&owner=B
            system/Task.r system/*.rs       | system/*.cruds                  | system/*.rs
            system/Task.r?owner=A system/Task.r | system/*.cruds              | system/Task.r
            """)
    void grantsNoMoreThanBothSay(String asked, String allowed, String granted) {
        assertThat(ScopeRules.granted(scopes(asked), scopes(allowed)))
                .map(Scope::text)
                .containsExactlyInAnyOrderElementsOf(granted.isEmpty() ? List.of() : List.of(granted.split(" ")));
    }

    @Test
    void coversWhatTheQueryMeetsAndOnlyThat() {
        List<Scope> scopes = scopes("system/Task.r?owner=A system/Patient.u");
        assertThat(ScopeRules.allow(scopes, "Task", Action.READ)).isTrue();
        assertThat(ScopeRules.allow(scopes, "Task", Action.UPDATE)).isFalse();
        assertThat(ScopeRules.allow(List.of(), "Task", Action.READ)).isFalse();
        assertThat(ScopeRules.cover(scopes, new Task(), Action.READ, (task, query) -> query.equals("owner=A")))
                .isTrue();
        assertThat(ScopeRules.cover(scopes, new Task(), Action.READ, (task, query) -> false))
                .isFalse();
        assertThat(ScopeRules.cover(scopes, new Patient(), Action.UPDATE, (patient, query) -> false))
                .isTrue();
    }

    private static List<Scope> scopes(String text) {
        return Arrays.stream(text.split(" "))
                .flatMap(scope -> ScopeRules.read(scope).stream())
                .toList();
    }
}
