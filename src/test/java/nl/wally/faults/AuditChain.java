package nl.wally.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import nl.wally.TestPostgres.Database;
import nl.wally.audit.AuditCommand;
import org.springframework.context.annotation.Bean;

/** What an operator types after a fault: {@code verify-audit}, with the anchor of each node. */
final class AuditChain {
    private AuditChain() {}

    /** What is wrong with the chain; nothing, if all is well. */
    static List<String> faults(Installation installation) throws IOException {
        Database database = installation.directly();
        List<String> faults = new ArrayList<>();
        if (!Files.exists(installation.anchor(1))) {
            faults.add("no anchor, to hold the audit chain against");
        }
        for (int number = 1; Files.exists(installation.anchor(number)); number++) {
            int code = AuditCommand.run(
                    Time.class,
                    "--spring.datasource.url=" + database.url(),
                    "--spring.datasource.username=" + database.user(),
                    "--spring.datasource.password=" + database.password(),
                    "--wally.simulator.allow-demo-credentials=true",
                    "--wally.audit.key-file=" + installation.auditKey(),
                    "--wally.audit.anchor-file=" + installation.anchor(number));
            if (code != 0) {
                faults.add("the audit chain, seen from the anchor of node " + number);
            }
        }
        return faults;
    }

    /**
     * No configuration by name: the servers of other tests look through this package, and have a clock. Where no
     * server runs nothing waits too long for its seal.
     */
    static class Time {
        @Bean
        Clock clock() {
            return Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
        }
    }
}
