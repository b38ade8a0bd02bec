package nl.wally.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.jpa.util.MemoryCacheService;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import nl.wally.FhirClient.Answer;
import nl.wally.Messages;
import nl.wally.Neighbourhood;
import nl.wally.ServerIT;
import nl.wally.StatementLog;
import nl.wally.access.ClientRegistry;
import nl.wally.conformance.Canonicals;
import nl.wally.conformance.ProfileValidator;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What each operation costs, exactly: a change of these numbers is a change of speed, and is seen in review. Each
 * operation is done once before it is counted, so that what is known afterwards is known.
 */
class StatementCountIT extends ServerIT {
    private static final String GP = "his-demo-1";
    private static final String SANNE = "wally-demo-1";

    /** Statements and validator runs. */
    private static final Map<String, Cost> EXPECTED = Map.ofEntries(
            Map.entry("foretold, new patient", new Cost(18, 10)),
            Map.entry("validated", new Cost(1, 5)),
            Map.entry("intake, new patient", new Cost(27, 5)),
            Map.entry("intake, known patient", new Cost(32, 5)),
            Map.entry("intake, sent again", new Cost(15, 0)),
            Map.entry("intake, refused", new Cost(9, 5)),
            Map.entry("received", new Cost(22, 1)),
            Map.entry("accepted", new Cost(22, 1)),
            Map.entry("in-progress", new Cost(23, 1)),
            Map.entry("completed with feedback", new Cost(37, 2)),
            Map.entry("read", new Cost(4, 0)),
            Map.entry("vread", new Cost(6, 0)),
            Map.entry("read, not there", new Cost(2, 0)),
            Map.entry("work list", new Cost(10, 0)),
            Map.entry("poll", new Cost(4, 0)),
            Map.entry("status by number", new Cost(12, 0)));

    /** Rows that the intake of a new patient's referral writes; and that of its event, which may have been passed on. */
    private static final Map<String, Integer> ROWS = Map.ofEntries(
            Map.entry("hfj_resource", 5),
            Map.entry("hfj_res_ver", 5),
            Map.entry("hfj_spidx_token", 13),
            Map.entry("hfj_spidx_date", 5),
            Map.entry("hfj_res_link", 20),
            Map.entry("referral", 1),
            Map.entry("referral_member", 5),
            Map.entry("audit_record", 1),
            Map.entry("audit_unsealed", 1),
            Map.entry("promise", 1));

    @Autowired
    private StatementLog statements;

    @Autowired
    private ProfileValidator validator;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private DataSource database;

    @Autowired
    private ClientRegistry clients;

    @Autowired
    private MemoryCacheService lookedUp;

    private record Cost(int statements, int validations) {}

    private final Map<String, Cost> found = new LinkedHashMap<>();
    private final Map<String, List<String>> sent = new LinkedHashMap<>();

    @Test
    void costsWhatTheTableSays() {
        Neighbourhood deventer = new Neighbourhood(server, clients);
        deventer.refer();
        // What is looked up once a minute is looked up now, not between the two.
        lookedUp.invalidateAllCaches();
        travel(deventer);
        found.clear();
        travel(deventer);
        assertThat(found).as(this::unexpected).containsExactlyInAnyOrderEntriesOf(EXPECTED);
    }

    @Test
    void writesNoMoreRowsThanTheTableSays() throws SQLException {
        Task task = server.post(GP, "", Messages.referral(1)).first(Task.class);
        Map<String, Integer> rows = Floor.rowsOf(database, task.getIdElement().getIdPart());
        rows.remove("event");
        assertThat(rows).containsExactlyInAnyOrderEntriesOf(ROWS);
    }

    private void travel(Neighbourhood deventer) {
        Bundle referral = Messages.referral(1);
        cost("validated", 200, () -> server.post(GP, "/Bundle/$validate", referral));
        cost("foretold, new patient", 200, () -> server.post(GP, "/Bundle/$validate?mode=create", referral));
        Task sent = cost("intake, new patient", 200, () -> server.post(GP, "", referral))
                .first(Task.class);
        cost("intake, known patient", 200, () -> server.post(GP, "", again(referral)));
        cost("intake, sent again", 200, () -> server.post(GP, "", referral));
        Bundle urgent = Messages.fresh(referral.copy());
        part(urgent, ServiceRequest.class).setPriority(ServiceRequest.ServiceRequestPriority.STAT);
        cost("intake, refused", 422, () -> server.post(GP, "", urgent));

        look(deventer, sent);
        Task received = step(sent, TaskStatus.RECEIVED);
        Task accepted = step(received, TaskStatus.ACCEPTED);
        Task started = step(accepted, TaskStatus.INPROGRESS);
        server.post(SANNE, "/Communication", Messages.attempt(started, "reached"));
        cost(
                "status by number",
                200,
                () -> server.get(
                        GP,
                        "/Task?identifier=" + number(sent)
                                + "&_include=Task:owner&_include:iterate=PractitionerRole:practitioner"
                                + "&_revinclude=Communication:part-of"));
        String request = jdbc.queryForObject(
                "select other.resource::text from referral_member task join referral_member other using (referral)"
                        + " where task.resource = ?::uuid and other.type = 'CommunicationRequest'",
                String.class,
                sent.getIdElement().getIdPart());
        Bundle ending = Messages.ending(
                started,
                Messages.feedback(
                        started, server.read(GP, "CommunicationRequest/" + request, CommunicationRequest.class)));
        Task ended = (Task) ending.getEntry().get(1).getResource();
        ended.setStatus(TaskStatus.COMPLETED);
        ended.addOutput()
                .setType(Messages.concept(Canonicals.SYSTEM_TASK_OUTPUT, "outcome"))
                .setValue(Messages.concept(Canonicals.SYSTEM_OUTCOME, "helped"));
        cost("completed with feedback", 200, () -> server.post(SANNE, "", ending));
    }

    private void look(Neighbourhood deventer, Task sent) {
        String path = "/Task/" + sent.getIdElement().getIdPart();
        cost("read", 200, () -> server.get(SANNE, path));
        cost("vread", 200, () -> server.get(SANNE, path + "/_history/1"));
        cost("read, not there", 404, () -> server.get(SANNE, "/Task/" + UUID.randomUUID()));
        // Of a practice of its own: what other tests left on Sanne's list would cost another look.
        cost(
                "work list",
                200,
                () -> server.get(
                        deventer.sanne.client(),
                        "/Task?owner=" + deventer.sanne.role()
                                + "&status=requested,received,accepted,in-progress,on-hold"
                                + "&_include=Task:focus&_include=Task:patient&_count=20&_sort=_lastUpdated"));
        cost(
                "poll",
                200,
                () -> server.get(GP, "/Task?_lastUpdated=gt2026-01-01T00:00:00Z&_count=50&_sort=_lastUpdated"));
    }

    private Task step(Task task, TaskStatus status) {
        Task changed = task.copy().setStatus(status);
        return cost(status.toCode(), 200, () -> server.put(SANNE, changed)).resource(Task.class);
    }

    private static String number(Task task) {
        return task.getIdentifierFirstRep().getSystem() + "%7C"
                + task.getIdentifierFirstRep().getValue();
    }

    private static Bundle again(Bundle referral) {
        Bundle other = referral.copy();
        part(other, ServiceRequest.class)
                .getIdentifierFirstRep()
                .setValue(UUID.randomUUID().toString());
        return other;
    }

    private static <T> T part(Bundle bundle, Class<T> type) {
        return bundle.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    /** The statements of what costs other than expected. */
    private String unexpected() {
        return sent.entrySet().stream()
                .filter(entry -> !Objects.equals(found.get(entry.getKey()), EXPECTED.get(entry.getKey())))
                .map(entry -> entry.getKey() + "\n" + String.join("\n", entry.getValue()))
                .collect(Collectors.joining("\n\n"));
    }

    private Answer cost(String operation, int status, Supplier<Answer> request) {
        List<Answer> answers = new ArrayList<>();
        long before = validator.validations();
        List<String> sql = statements.during(() -> answers.add(request.get()));
        Answer answer = answers.get(0);
        assertThat(answer.status()).as("%s: %s", operation, answer.body()).isEqualTo(status);
        sent.put(operation, sql);
        found.put(operation, new Cost(sql.size(), (int) (validator.validations() - before)));
        return answer;
    }
}
