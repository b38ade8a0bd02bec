package nl.wally.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.wally.shared.CsvTable;
import org.junit.jupiter.api.Test;

/**
 * Each test of Inferno's suite has a test of ours. The ids are those of all files {@code *_test.rb} of the suite, at commit
 * bf56846 of inferno-framework/subscriptions-test-kit.
 */
class InfernoTableTest {
    private record Row(String id, String method) {}

    private final List<Row> rows = CsvTable.load(
            "subscription/inferno-r4-server.csv", "test,method,remark", row -> new Row(row.cell(0), row.cell(1)));

    @Test
    void namesEachTestOfTheSuiteOnce() throws IOException {
        try (InputStream ids = getClass().getResourceAsStream("/subscription/inferno-r4-server-ids.txt")) {
            assertThat(rows.stream().map(Row::id))
                    .containsExactlyInAnyOrderElementsOf(new String(ids.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .toList());
        }
    }

    @Test
    void namesTestsThatThereAre() {
        Set<String> tests = Arrays.stream(InfernoR4ServerIT.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .map(java.lang.reflect.Method::getName)
                .collect(Collectors.toSet());

        assertThat(rows.stream().map(Row::method).collect(Collectors.toSet())).isEqualTo(tests);
    }
}
