package nl.wally.ops.watching;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.wally.Beside;
import nl.wally.Messages;
import nl.wally.ReferralLife;
import nl.wally.ServerIT;
import nl.wally.StatementLog;
import nl.wally.clock.ClockSweep;
import nl.wally.conformance.Capabilities;
import nl.wally.fhir.Glances;
import nl.wally.workflow.Guard;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the server really tells a collector of metrics, after a story was lived: what matters is there, what the alerts and
 * the dashboard ask for is there, and nothing of anybody is.
 */
class MetricsIT extends ServerIT {
    private static final String GP = "his-demo-1";
    private static final String SANNE = "wally-demo-1";
    private static final Pattern RANDOM_ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}");
    private static final Pattern LABELS = Pattern.compile("^(\\w+)\\{([^}]*)\\}", Pattern.MULTILINE);

    /** Names and numbers of people, practices and things, in JSON of FHIR. */
    private static final Set<String> TELLING =
            Set.of("id", "value", "family", "given", "text", "city", "line", "postalCode", "birthDate", "reference");

    @LocalManagementPort
    private int operatorsPort;

    @Autowired
    private Glances glances;

    @Autowired
    private ClockSweep clockSweep;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private StatementLog statements;

    @Autowired
    private Capabilities capabilities;

    private ReferralLife life;

    @BeforeEach
    void story() {
        life = ReferralLife.begin(server, 1);
        for (TaskStatus to : List.of(TaskStatus.RECEIVED, TaskStatus.ACCEPTED, TaskStatus.INPROGRESS)) {
            assertThat(life.step(SANNE, to, Set.<Guard>of()).status()).isEqualTo(200);
        }
        assertThat(server.post(SANNE, "/Communication", Messages.attempt(life.task(), "no-answer"))
                        .status())
                .isEqualTo(201);
        server.post(SANNE, "", Beside.question(life.task(), "Hoe gaat het?"));
        assertThat(server.get(GP, "/" + life.reference(Task.class)).status()).isEqualTo(200);
        server.get(GP, "/Task?_id=" + life.received().first(Task.class).getIdPart());
        server.get(GP, "/Vogel/kanarie/$vlieg");
        server.tokens().ask(GP, "wrong", "client_credentials");
        clockSweep.run();
    }

    @Test
    void tellsWhatMatters() throws Exception {
        String told = scrape();
        assertThat(value(told, "wally_referrals_open", "state=\"in-progress\"")).isPositive();
        assertThat(value(told, "wally_promises_overdue", "promise=\"first-contact\""))
                .isNotNaN();
        assertThat(value(told, "wally_promises_kept_total", "in_time=\"true\",promise=\"first-contact\""))
                .isPositive();
        assertThat(value(told, "wally_first_contact_working_days_count", "")).isPositive();
        assertThat(value(told, "wally_outbox_lag_seconds", "courier=\"mail\"")).isNotNaN();
        assertThat(value(told, "wally_events_waiting", "")).isNotNaN();
        assertThat(value(told, "wally_validation_seconds_count", "")).isPositive();
        assertThat(value(told, "wally_refusals_total", "problem=\"unauthenticated\""))
                .isPositive();
        assertThat(value(told, "wally_sign_ins_total", "outcome=\"refused\"")).isPositive();
        assertThat(value(told, "wally_audit_unsealed", "")).isPositive();
        assertThat(value(told, "wally_sweep_last_success_timestamp_seconds", "sweep=\"clock-sweep\""))
                .isPositive();
        assertThat(value(told, "wally_ready", "")).isEqualTo(1);
        assertThat(value(told, "wally_admission_in_hand", "")).isNotNaN();
        assertThat(value(told, "wally_admission_refused_total", "")).isNotNaN();
        assertThat(told)
                .contains("hikaricp_connections_active", "jvm_gc_pause", "jvm_threads_live_threads", "disk_free_bytes");
    }

    @Test
    void namesRequestsByTheirRoute() throws Exception {
        String told = scrape();
        assertThat(told)
                .contains("uri=\"/fhir/Task/{id}\"")
                .contains("uri=\"/fhir/Task\"")
                .contains("uri=\"/fhir/{other}/{id}/{operation}\"");
        assertThat(told).doesNotContainIgnoringCase("kanarie").doesNotContainIgnoringCase("vogel");
    }

    @Test
    void hasRoomForEveryRoute() throws Exception {
        List<String> routes = capabilities.types().stream()
                .flatMap(type -> Stream.of(
                                "",
                                "/_search",
                                "/{id}",
                                "/{id}/_history",
                                "/{id}/_history/{version}",
                                "/{id}/{operation}")
                        .map(of -> "/fhir/" + type + of))
                .toList();
        for (String route : routes) {
            server.get(
                    GP,
                    route.substring("/fhir".length())
                            .replace("{operation}", "$x")
                            .replaceAll("[{]\\w+[}]", "1"));
        }
        String told = scrape();
        assertThat(routes).hasSizeGreaterThan(100).allMatch(route -> told.contains("uri=\"" + route + "\""));
    }

    @Test
    void namesNobody() throws Exception {
        String told = scrape();
        Set<String> secrets = new TreeSet<>();
        Bundle answered = life.received().resource(Bundle.class);
        for (String json : List.of(server.json(life.sent()), server.json(answered))) {
            collect(new ObjectMapper().readTree(json), "", secrets);
        }
        assertThat(secrets).hasSizeGreaterThan(20);
        for (String secret : secrets) {
            assertThat(told).doesNotContain(secret);
        }
        assertThat(RANDOM_ID.matcher(told).results().map(hit -> told.substring(hit.start(), hit.end())))
                .as("no ids of anything")
                .isEmpty();
    }

    /** One that grows with what clients send, or with practices, fills the collector and tells who there is. */
    @Test
    void hasFewLabels() throws Exception {
        String told = scrape();
        Set<String> names = new TreeSet<>();
        LABELS.matcher(told)
                .results()
                .flatMap(hit -> Stream.of(hit.group(2).split(",(?=\\w+=\")")))
                .forEach(label -> names.add(label.substring(0, label.indexOf('='))));
        assertThat(names)
                .isSubsetOf(
                        "action",
                        "application",
                        "area",
                        "cause",
                        "code",
                        "courier",
                        "error",
                        "exception",
                        "executor",
                        "gc",
                        "id",
                        "in_time",
                        "le",
                        "level",
                        "method",
                        "name",
                        "outcome",
                        "path",
                        "pool",
                        "problem",
                        "promise",
                        "state",
                        "status",
                        "sweep",
                        "uri",
                        "version",
                        "vendor",
                        "runtime",
                        "quantile",
                        "main_application_class",
                        "compiler");
        assertThat(told.lines().filter(line -> line.startsWith("wally_")).count())
                .isLessThan(250);
    }

    @Test
    void alertsAskForWhatThereIs() throws Exception {
        String told = scrape();
        assertThat(WatchingFiles.metricsOfAlerts()).hasSizeGreaterThan(10);
        Stream.concat(WatchingFiles.metricsOfAlerts().stream(), WatchingFiles.metricsOfDashboard().stream())
                .filter(name -> !WatchingFiles.NOT_EVERYWHERE.contains(name))
                .forEach(name -> assertThat(told).containsPattern("(?m)^" + name + "[ {]"));
    }

    /** Also of a million referrals: each question is answered from an index of what is open, due or stuck. */
    @Test
    void asksAnIndex() {
        List<String> questions = statements.during(this::scrape).stream()
                .filter(asked -> asked.startsWith("select") && !asked.contains("?"))
                .toList();
        assertThat(questions).hasSizeGreaterThanOrEqualTo(6);
        for (String question : questions) {
            assertThat(plan(question)).as(question).noneMatch(line -> line.contains("Seq Scan"));
        }
    }

    /** As it would be with so many rows that reading all of them is out of the question. */
    private List<String> plan(String question) {
        return Objects.requireNonNull(new TransactionTemplate(transactions).execute(status -> {
            jdbc.execute("set local enable_seqscan = off");
            return jdbc.queryForList("explain " + question, String.class);
        }));
    }

    private String scrape() {
        glances.forget();
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + operatorsPort + "/prometheus"));
        return HttpClient.newHttpClient()
                .sendAsync(request.build(), BodyHandlers.ofString())
                .join()
                .body();
    }

    private static double value(String told, String name, String labels) {
        String start = name + (labels.isEmpty() ? " " : "{" + labels + "} ");
        return told.lines()
                .filter(line -> line.startsWith(start))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + start + "in\n" + told));
    }

    private static void collect(JsonNode node, String name, Set<String> secrets) {
        if (node.isValueNode() && TELLING.contains(name) && node.asText().length() > 4) {
            secrets.add(node.asText());
        }
        node.fields().forEachRemaining(field -> collect(field.getValue(), field.getKey(), secrets));
        if (node.isArray()) {
            node.forEach(each -> collect(each, name, secrets));
        }
    }
}
