package nl.wally.story.steps;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import io.cucumber.java.After;
import java.net.URI;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import nl.wally.Directory;
import nl.wally.FhirClient;
import nl.wally.FhirClient.Answer;
import nl.wally.ReferralLife;
import nl.wally.ReferralRows;
import nl.wally.SignedTokens;
import nl.wally.TestClock;
import org.hl7.fhir.r4.model.DateTimeType;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;

/** What one story is about: who is in it, the referral, and what the server answered last. Each story has its own. */
public class World {
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    private final TestClock clock;
    private final JdbcTemplate jdbc;
    private final FhirClient server;
    private final Directory directory;
    private final Map<String, String> references = new HashMap<>();
    private ReferralLife referral;
    private Answer unexpected;

    public World(TestClock clock, FhirContext context, DataSource database, Environment environment) {
        this.clock = clock;
        jdbc = new JdbcTemplate(database);
        server = new FhirClient(
                        URI.create("http://localhost:" + environment.getRequiredProperty("local.server.port")), context)
                .inDutch();
        directory = new Directory(server, new SignedTokens(database));
        meet("de coördinator", Directory.COORDINATOR);
    }

    /** Every story ends with everything told, and with what the database holds in agreement. */
    @After
    public void end() {
        try {
            expectNothingRefused();
            if (referral != null) {
                new ReferralRows(jdbc).assertConsistent(referral);
            }
        } finally {
            clock.reset();
        }
    }

    FhirClient server() {
        return server;
    }

    Directory directory() {
        return directory;
    }

    /** Somebody or something that the story gives a name, and what it is known by: its client, for who acts. */
    void meet(String name, String reference) {
        references.put(name, reference);
    }

    boolean knows(String name) {
        return references.containsKey(name);
    }

    String the(String name) {
        assertThat(references).as("wie of wat in dit verhaal voorkomt").containsKey(name);
        return references.get(name);
    }

    ReferralLife referral() {
        assertThat(referral).as("er is al verwezen").isNotNull();
        return referral;
    }

    Optional<ReferralLife> referralIfAny() {
        return Optional.ofNullable(referral);
    }

    void referred(ReferralLife life) {
        expectNothingRefused();
        referral = life;
    }

    /** It is this moment, in Amsterdam. */
    void itIs(LocalDateTime moment) {
        clock.jumpTo(moment.atZone(AMSTERDAM).toInstant());
    }

    DateTimeType now() {
        return new DateTimeType(clock.instant().toString());
    }

    /** What the server answered to what somebody did. A story that does not speak of a refusal allows none. */
    void answered(Answer answer) {
        expectNothingRefused();
        if (answer.status() >= 300) {
            unexpected = answer;
        }
    }

    /** The refusal of which the story speaks. */
    Answer refusal() {
        Answer refusal = unexpected;
        assertThat(refusal).as("het is niet geweigerd").isNotNull();
        assertThat(refusal.status()).as(refusal.body()).isBetween(400, 499);
        unexpected = null;
        return refusal;
    }

    void expectNothingRefused() {
        if (unexpected != null) {
            throw new AssertionError("Geweigerd: " + unexpected.status() + " " + unexpected.body());
        }
    }

    /** The Dutch words for the problems of a refusal. */
    static List<String> words(Answer refusal) {
        return refusal.resource(org.hl7.fhir.r4.model.OperationOutcome.class).getIssue().stream()
                .map(issue -> issue.getDetails().getCodingFirstRep().getDisplay())
                .toList();
    }
}
