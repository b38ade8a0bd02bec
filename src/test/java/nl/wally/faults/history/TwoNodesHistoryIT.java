package nl.wally.faults.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import nl.wally.TwoNodesIT;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * Every Task is a register with compare-and-set, and every number of a sender is used once, whichever node somebody asks; see
 * {@link Register} and {@link OnceOnly}. While nodes and database fail: {@code mvn -Pfaults verify}.
 */
class TwoNodesHistoryIT extends TwoNodesIT {
    private static final int ENOUGH = 150;

    @Test
    void whatManyDoAtOnceCanBeToldAsOneThingAfterTheOther() throws Exception {
        Crowd crowd = new Crowd(List.of(server, other), 6, 4);
        try (crowd) {
            Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> crowd.operations() >= ENOUGH);
        }
        Findings findings = crowd.findings();
        System.out.print(Findings.HEAD + findings.row("nothing"));
        findings.assertWell();
        assertThat(findings.versions()).isGreaterThan(findings.tasks() * 3);
    }
}
