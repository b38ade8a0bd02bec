package nl.wally.costs;

import static nl.wally.Answers.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import nl.wally.Beside;
import nl.wally.FhirClient;
import nl.wally.FhirClient.Answer;
import nl.wally.Messages;
import nl.wally.ReferralLife;
import nl.wally.access.ClientRegistry;
import nl.wally.coordination.District;
import nl.wally.shared.Caller;
import nl.wally.shared.Caller.Capacity;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Subscription.SubscriptionStatus;
import org.springframework.jdbc.core.JdbcTemplate;

/** The doors before the token, subscriptions, the agenda of a meeting, and what a person may ask of a practice. */
final class Systems {
    private final Costs costs;
    private final FhirClient server;
    private final District here;
    private final ClientRegistry clients;
    private final JdbcTemplate database;

    Systems(Costs costs, FhirClient server, District here, ClientRegistry clients, JdbcTemplate database) {
        this.costs = costs;
        this.server = server;
        this.here = here;
        this.clients = clients;
        this.database = database;
    }

    void count() {
        doors();
        subscriptions();
        // What is asked again for each referral shows.
        for (int open = 0; open < 3; open++) {
            here.refer();
        }
        String meeting = here.meet(Instant.parse("2031-05-06T10:00:00Z"));
        Answer agenda =
                costs.of("operation Appointment $agenda", () -> ok(server.get(here.his, "/" + meeting + "/$agenda")));
        assertThat(agenda.resource(Parameters.class).getParameter()).hasSize(3);
        privacy();
    }

    private void doors() {
        for (String path : new String[] {"metadata", ".well-known/smart-configuration"}) {
            costs.of(
                    "door GET /fhir/" + path,
                    () -> ok(server.send(HttpRequest.newBuilder(server.base().resolve("/fhir/" + path))
                            .GET())));
        }
        costs.of("door POST /oauth2/token", () -> {
            HttpResponse<String> answer = server.tokens().ask(here.his, "demo", "client_credentials");
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer;
        });
    }

    private void subscriptions() {
        costs.of("create Subscription", Systems::wanted, this::subscribed);
        costs.of(
                "update Subscription: off",
                () -> subscribed(wanted()).resource(Subscription.class).setStatus(SubscriptionStatus.OFF),
                off -> ok(server.put(here.his, off)));
        String off = Beside.reference(ok(server.put(
                        here.his,
                        subscribed(wanted()).resource(Subscription.class).setStatus(SubscriptionStatus.OFF)))
                .resource());
        costs.of("operation Subscription $status", () -> ok(server.get(here.his, "/" + off + "/$status")));
        costs.of("operation Subscription $events", () -> ok(server.get(here.his, "/" + off + "/$events")));
    }

    private void privacy() {
        String officer = "privacy-" + UUID.randomUUID();
        clients.register(new Caller(officer, here.practice, null, Capacity.PRIVACY_OFFICER), "demo");
        String person = here.refer().reference(Patient.class);
        for (String asked : new String[] {"everything", "overview", "audit-overview"}) {
            costs.of("operation Patient $" + asked, () -> ok(server.get(officer, "/" + person + "/$" + asked)));
        }
        costs.of(
                "operation Patient $erase",
                () -> {
                    ReferralLife life = here.refer();
                    ok(server.put(here.his, life.consent().setStatus(ConsentState.INACTIVE)));
                    everybodyKnows();
                    return life.reference(Patient.class);
                },
                gone -> ok(server.post(officer, "/" + gone + "/$erase", ground())));
        costs.of("operation Patient $erasures", () -> ok(server.get(officer, "/Patient/$erasures")));
    }

    /** What is told of an event is to be erased too: by then it is a message, and no event any more. */
    private void everybodyKnows() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> database.queryForObject(
                        "select not exists (select from event where client = ?)", Boolean.class, here.his));
    }

    private static Parameters ground() {
        Parameters asked = new Parameters();
        asked.addParameter().setName("ground").setValue(new CodeType("objection"));
        return asked;
    }

    private static Subscription wanted() {
        Subscription asked = Messages.example("Subscription-HisSubscription", Subscription.class);
        asked.setStatus(SubscriptionStatus.REQUESTED).setId((String) null);
        asked.getChannel().setEndpoint("http://localhost:9/hooks/costs").setHeader(null);
        return asked;
    }

    private Answer subscribed(Subscription asked) {
        Answer answer = server.post(here.his, "/Subscription", asked);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer;
    }
}
