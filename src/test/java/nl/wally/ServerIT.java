package nl.wally;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.bean.override.convention.TestBean;

/**
 * The whole server with the demo region, on real PostgreSQL and real HTTP. All tests that extend this share one server:
 * each makes its own referrals and looks only at those.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(ServerIT.Doubles.class)
// Boot's tests are deaf and dumb otherwise: no metrics.
@AutoConfigureObservability
public abstract class ServerIT {
    protected static final TestPostgres.Database DATABASE = TestPostgres.freshDatabase();

    /** The list of erasures of this server, of this run alone. */
    protected static final Path ERASURES = Path.of("target", "erasures-" + UUID.randomUUID() + ".jsonl");

    /** Which HIS may launch the referral form; none, unless a test says so. */
    protected static final Path HIS = Path.of("target", "his-" + UUID.randomUUID() + ".yaml");

    /** Gets the traces of this server that a test wants to be kept. */
    protected static final TestCollector COLLECTOR = new TestCollector();

    @LocalServerPort
    private int port;

    @Autowired
    protected TestClock clock;

    @Autowired
    protected FhirContext context;

    /** Tests make clients by the hundred. How long a hash takes in earnest, {@code AccessIT} shows. */
    @TestBean
    private PasswordEncoder clientSecrets;

    /** A client of the server, see {@link FhirClient}. */
    protected FhirClient server;

    private static FhirClient shared;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) throws IOException {
        Files.writeString(HIS, "[]");
        properties.add("wally.launch.his-file", HIS::toString);
        properties.add("wally.launch.his-reread", () -> "1h");
        properties.add("management.server.port", () -> "0");
        properties.add("spring.datasource.url", DATABASE::url);
        properties.add("spring.datasource.username", DATABASE::user);
        properties.add("spring.datasource.password", DATABASE::password);
        // Nobody listens there, unless a test has it made.
        properties.add("wally.fhir.replica.url", () -> TestReplica.url(DATABASE));
        properties.add("wally.fhir.replica.most-behind", () -> "60s");
        properties.add("wally.audit.key-file", () -> TestPostgres.AUDIT_KEY.split("=")[1]);
        // The tests share their tokens, and all tests together take longer than a token is valid by default.
        properties.add("wally.access.token-lifetime", () -> "1h");
        // Years pass in some tests; the key that signs their tokens is to stay.
        properties.add("wally.access.signing-key-age", () -> "730d");
        // Tests share their clients too.
        properties.add("wally.fhir.validations-per-minute", () -> "20000");
        properties.add("wally.fhir.requests-per-minute", () -> "1000000");
        // Races send more at a time than is in hand, and on a busy machine they take their time.
        properties.add("wally.admission.longest-wait", () -> "1m");
        // Tests call the sweep when it suits them.
        properties.add("wally.team.sweep", () -> "365d");
        properties.add("wally.clock.sweep", () -> "365d");
        properties.add("wally.mail.address-sweep", () -> "365d");
        properties.add("wally.meeting.sweep", () -> "365d");
        properties.add("wally.reporting.sweep", () -> "365d");
        properties.add("wally.privacy.retention.sweep", () -> "365d");
        properties.add("wally.privacy.erasure-list", () -> ERASURES.toString());
        properties.add("wally.subscription.sweep", () -> "365d");
        properties.add("wally.subscription.most-per-client", () -> "10000");
        properties.add("wally.audit.seal", () -> "365d");
        // Of this database, which is a new one each time.
        properties.add(
                "wally.audit.anchor-file",
                () -> "target/test-audit/" + DATABASE.url().replaceAll(".*/", "") + ".anchor");
        // So few are kept that only a test which chooses such a trace id finds its own: one that ends with zeros and
        // little else.
        properties.add("wally.ops.traces.collector", COLLECTOR::address);
        properties.add("wally.ops.traces.share", () -> "0.000001");
        properties.add("wally.simulator.robot-sweep", () -> "365d");
        properties.add("wally.simulator.robot-pace", () -> "0s");
        properties.add("wally.simulator.slow-answer", () -> "2s");
        properties.add("wally.simulator.demo-region", () -> "on");
        properties.add("wally.simulator.allow-demo-credentials", () -> "true");
    }

    @BeforeEach
    void connect() {
        if (shared == null) {
            URI base = URI.create("http://localhost:" + port);
            shared = new FhirClient(base, context, new Tokens(base, clock));
        }
        server = shared;
    }

    @AfterEach
    void backToNow() {
        clock.reset();
    }

    static PasswordEncoder clientSecrets() {
        return new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(4)));
    }

    @TestConfiguration
    static class Doubles {
        @Bean
        static StatementLog statementLog() {
            return new StatementLog();
        }

        @Bean
        @Primary
        TestClock testClock() {
            return new TestClock();
        }
    }
}
