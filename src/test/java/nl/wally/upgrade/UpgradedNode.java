package nl.wally.upgrade;

import ca.uhn.fhir.context.FhirContext;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nl.wally.ChildJvm;
import nl.wally.FhirClient;
import nl.wally.TestClock;
import nl.wally.TestPostgres.Database;
import nl.wally.WaarIsWallyApplication;
import nl.wally.WithoutTests;
import nl.wally.audit.AuditCommand;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.support.GenericApplicationContext;

/** This server, in a process of its own, at the moment when an older release left off, on what that release left behind. */
final class UpgradedNode implements AutoCloseable {
    private final ChildJvm process;
    private final FhirClient client;

    /** Started on this database, with the files of this folder. */
    UpgradedNode(Database database, Path files, Instant moment) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(moment.toString(), "--server.port=0"));
        arguments.addAll(settings(database, files));
        process = new ChildJvm(UpgradedNode.class, arguments.toArray(String[]::new));
        String port = process.await("#");
        client = new FhirClient(URI.create("http://localhost:" + port), FhirContext.forR4Cached());
    }

    /** What servers of all releases understand. */
    static List<String> settings(Database database, Path files) {
        return List.of(
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.user(),
                "--spring.datasource.password=" + database.password(),
                "--wally.audit.key-file=" + files.resolve("audit.key"),
                "--wally.privacy.erasure-list=" + files.resolve("erasures.jsonl"),
                "--wally.simulator.demo-region=on",
                "--wally.simulator.allow-demo-credentials=true");
    }

    FhirClient client() {
        return client;
    }

    /** Whether the chain of the audit log holds from the first record of the older release to the newest of this one. */
    boolean auditHolds() throws IOException {
        process.tell("verify");
        return process.await("#").equals("0");
    }

    @Override
    public void close() throws IOException {
        process.close();
    }

    /** The moment, then the settings; answers to each line on its input. */
    public static void main(String[] arguments) throws IOException {
        Moment.CLOCK.jumpTo(Instant.parse(arguments[0]));
        String[] settings = Arrays.copyOfRange(arguments, 1, arguments.length);
        try (ConfigurableApplicationContext server = new SpringApplicationBuilder(WaarIsWallyApplication.class)
                        .initializers(context -> prepare((GenericApplicationContext) context))
                        .run(settings);
                var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            System.out.println("#" + server.getEnvironment().getProperty("local.server.port"));
            while (lines.readLine() != null) {
                System.out.println("#" + AuditCommand.run(Moment.class, settings));
            }
        }
    }

    private static void prepare(GenericApplicationContext context) {
        context.getBeanFactory().registerSingleton("withoutTests", new WithoutTests());
        context.registerBean("testClock", TestClock.class, () -> Moment.CLOCK, bean -> bean.setPrimary(true));
    }

    /** The clock of the command that verifies. No configuration by annotation: other servers on this class path would find it. */
    static class Moment {
        private static final TestClock CLOCK = new TestClock();

        @Bean
        Clock clock() {
            return CLOCK;
        }
    }
}
