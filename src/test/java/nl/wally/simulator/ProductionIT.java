package nl.wally.simulator;

import static nl.wally.Answers.ok;
import static nl.wally.Answers.refused;
import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.net.URI;
import java.net.http.HttpRequest;
import javax.sql.DataSource;
import nl.wally.FhirClient;
import nl.wally.FhirClient.Answer;
import nl.wally.Messages;
import nl.wally.SignedTokens;
import nl.wally.TestPostgres;
import nl.wally.Tokens;
import nl.wally.WaarIsWallyApplication;
import nl.wally.WithoutTests;
import nl.wally.conformance.Canonicals;
import nl.wally.fhir.Simulation;
import nl.wally.people.Accounts;
import nl.wally.shared.Caller;
import nl.wally.shared.Caller.Capacity;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** A server on a database of the operator's, with the settings as they are delivered: nothing can be simulated there. */
class ProductionIT {
    private static final String HIS = "his-of-practice";

    private static ConfigurableApplicationContext production;
    private static FhirClient server;

    @BeforeAll
    static void start() {
        TestPostgres.Database database = TestPostgres.freshDatabase();
        production = new SpringApplicationBuilder(WaarIsWallyApplication.class)
                .initializers(context -> context.getBeanFactory().registerSingleton("withoutTests", new WithoutTests()))
                // On the command line everybody could read it, and the server would not start.
                .properties("spring.datasource.password=" + database.password(), "wally.people.client-secret=geheim")
                .run(
                        "--server.port=0",
                        // Nobody listens there: a provider that is away keeps no server from starting.
                        "--wally.people.issuer=http://localhost:9/realms/wally",
                        "--wally.people.client-id=waar-is-wally",
                        "--spring.datasource.url=" + database.url(),
                        "--spring.datasource.username=" + database.user(),
                        TestPostgres.AUDIT_KEY);
        URI base = URI.create("http://localhost:" + production.getEnvironment().getProperty("local.server.port"));
        // A secret would open nothing here.
        Tokens tokens = new Tokens(base);
        tokens.know(
                HIS,
                new SignedTokens(production.getBean(DataSource.class))
                        .of(new Caller(HIS, "Organization/practice-1", null, Capacity.PRACTICE)));
        server = new FhirClient(base, FhirContext.forR4Cached(), tokens);
    }

    @AfterAll
    static void stop() {
        production.close();
    }

    @Test
    void aMessageForPracticeIsRefusedAndTheHeaderPassedOver() {
        for (String code : new String[] {"problem-conflict", "slow", "robot-accept", "of-nobody"}) {
            Bundle sent = Messages.referral(1);
            Messages.part(sent, Task.class).getMeta().addTag(new Coding(Canonicals.SYSTEM_SIMULATION, code, null));
            Answer answer = server.post(HIS, "", sent);
            refused(answer, 422, "profile-violation");
            assertThat(answer.body()).contains("Bundle.entry[3].resource.meta.tag[0]");
        }
        ok(server.send(server.request(HIS, "/Task?status=requested")
                .header("X-WAW-Simulation", "problem-conflict")
                .GET()));
        assertThat(production.getBean(JdbcTemplate.class).queryForObject("select count(*) from simulation", Long.class))
                .isZero();
    }

    /** The page stands; the form, the accounts and the door that it leads to do not. */
    @Test
    void nobodySignsInWithAPasswordThatEveryoneKnows() {
        URI base = URI.create("http://localhost:" + production.getEnvironment().getProperty("local.server.port"));
        Answer page = server.send(HttpRequest.newBuilder(base.resolve("/sign-in")));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("Go to the sign-in page").doesNotContain("<form", "password");
        Answer away = server.send(HttpRequest.newBuilder(base.resolve("/sign-in/with/provider")));
        assertThat(away.status()).isEqualTo(503);
        assertThat(away.body()).contains("This does not work just now");
        Answer sent = server.send(HttpRequest.newBuilder(base.resolve("/sign-in/account"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("name=sanne&password=demo")));
        assertThat(sent.status()).isEqualTo(401);
        assertThat(production.getBeansOfType(Accounts.class)).isEmpty();
        assertThat(production.getBean(JdbcTemplate.class).queryForObject("select count(*) from position", Long.class))
                .isZero();
    }

    @Test
    void nothingThatCouldSimulateIsThere() {
        assertThat(production.getBeanNamesForType(Simulation.class)).isEmpty();
        assertThat(production.getBeanDefinitionNames())
                .filteredOn(name -> {
                    Class<?> type = production.getType(name);
                    return type != null && type.isAnnotationPresent(WithDemoRegion.class);
                })
                .isEmpty();
    }
}
