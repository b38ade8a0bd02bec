package nl.wally.simulator.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.TestReport;
import org.hl7.fhir.r4.model.TestReport.TestReportActionResult;

/**
 * Something that a client does wrong.
 *
 * @param requirement what it fails, for instance {@code HIS-05}
 * @param evidence what the report says of the request that was wrong
 * @param also what it fails besides, as one mistake may break two rules
 */
record Fault<C>(String requirement, String evidence, Set<String> also, Consumer<C> deed) {
    static <C> Fault<C> of(String requirement, String evidence, Consumer<C> deed) {
        return new Fault<>(requirement, evidence, Set.of(), deed);
    }

    Fault<C> failsAlso(String... others) {
        return new Fault<>(requirement, evidence, Set.of(others), deed);
    }

    void assertFoundBy(TestReport report) {
        Set<String> failed = report.getTest().stream()
                .filter(test -> test.getActionFirstRep().getAssert().getResult() == TestReportActionResult.FAIL)
                .map(TestReport.TestReportTestComponent::getName)
                .collect(Collectors.toSet());
        assertThat(failed).contains(requirement);
        failed.remove(requirement);
        assertThat(also).as("what else is wrong").containsAll(failed);
        assertThat(report.getTest().stream()
                        .filter(test -> test.getName().equals(requirement))
                        .flatMap(test -> test.getAction().stream())
                        .map(action -> action.getAssert())
                        .filter(said -> said.getResult() == TestReportActionResult.FAIL)
                        .map(said -> said.getMessage()))
                .anyMatch(message -> message.contains(evidence));
    }

    @Override
    public String toString() {
        return requirement + " " + evidence;
    }
}
