package nl.wally.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import nl.wally.ChildJvm;
import nl.wally.ServerIT;
import nl.wally.WaarIsWallyApplication;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** What the operator types: it finds the log of the running server right. */
class AuditCommandIT extends ServerIT {
    @Autowired
    private Environment settings;

    @Autowired
    private Sealing sealing;

    @Test
    void saysThatNothingIsWrong() throws Exception {
        assertThat(server.get("wally-demo-1", "/Task").status()).isEqualTo(200);
        sealing.round();
        List<String> arguments = new ArrayList<>(List.of(AuditCommand.NAME));
        for (String name : List.of(
                "spring.datasource.url",
                "spring.datasource.username",
                "spring.datasource.password",
                "wally.simulator.allow-demo-credentials",
                "wally.audit.key-file",
                "wally.audit.anchor-file")) {
            arguments.add("--" + name + "=" + settings.getProperty(name));
        }
        try (var child = new ChildJvm(WaarIsWallyApplication.class, arguments.toArray(String[]::new))) {
            BlockingQueue<String> said = new LinkedBlockingQueue<>();
            child.listen(said::add);
            assertThat(said.poll(1, TimeUnit.MINUTES)).matches(".*Right: \\d+ records under \\d+ seals\\.");
            assertThat(said.poll(1, TimeUnit.MINUTES))
                    .contains("Not sealed yet: ")
                    .endsWith("Nothing is wrong.");
        }
    }
}
