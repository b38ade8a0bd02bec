package nl.wally.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nl.wally.Messages;
import nl.wally.ReferralLife;
import nl.wally.ServerIT;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A referral that {@link Copies} made is as real to its callers as the one that came in. */
class CopiesIT extends ServerIT {
    /** The copy is at the second practice, whose Wally is Joris. */
    private static final String GP = "his-demo-2";

    private static final String JORIS = "wally-demo-2";

    /** What comes and goes, and what is only ever added to: no copies are made of it. */
    private static final List<String> LEFT_OUT = List.of("event", "audit_record", "audit_unsealed");

    @Autowired
    private JdbcTemplate jdbc;

    private ReferralLife life;
    private String original;
    private Task copy;

    @BeforeEach
    void copied() throws Exception {
        life = ReferralLife.begin(server, 1);
        original = life.task().getIdElement().getIdPart();
        try (Connection connection = DriverManager.getConnection(DATABASE.url(), "postgres", DATABASE.password())) {
            new Copies(connection, 2, 0, Copies.numbers(connection)).make(original, 1, 0);
        }
        String task = jdbc.queryForObject("""
                select m.resource::text from referral_member m join referral r on r.id = m.referral
                where m.type = 'Task' and r.practice = 'Organization/practice-2'
                and r.content_hash = (select o.content_hash from referral o join referral_member p on p.referral = o.id
                    where p.resource = ?::uuid) and m.resource <> ?::uuid""", String.class, original, original);
        copy = server.read(GP, "Task/" + task, Task.class);
    }

    @Test
    void hasTheShapeOfTheOriginal() throws SQLException {
        assertThat(shapes(GP, copy)).containsExactlyInAnyOrderElementsOf(shapes("his-demo-1", life.task()));
        assertThat(rows(copy)).isEqualTo(rows(life.task()));
        Set<String> written = Floor.rowsOf(jdbc.getDataSource(), original).keySet();
        assertThat(written).contains("hfj_resource", "referral");
        assertThat(written.stream().filter(table -> !Original.TABLES.containsKey(table)))
                .isSubsetOf(LEFT_OUT);
    }

    @Test
    void isFoundByWhatItIsCalledAndWhoseItIs() {
        assertThat(found(
                        GP,
                        "identifier=" + copy.getIdentifierFirstRep().getSystem() + "%7C"
                                + copy.getIdentifierFirstRep().getValue()))
                .containsExactly(copy.getIdElement().getIdPart());
        assertThat(found(JORIS, "owner=PractitionerRole/wally-2&status=requested&_count=200"))
                .contains(copy.getIdElement().getIdPart())
                .doesNotContain(life.task().getIdElement().getIdPart());
        var patient =
                server.read(GP, copy.getFor().getReference(), Patient.class).getIdentifierFirstRep();
        assertThat(patient.getSystem()).contains("practice-2");
        Bundle people = server.get(GP, "/Patient?identifier=" + patient.getSystem() + "%7C" + patient.getValue())
                .resource(Bundle.class);
        assertThat(people.getEntry()).hasSize(1);
        assertThat(server.get("his-demo-1", "/Task/" + copy.getIdElement().getIdPart())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void goesItsWay() {
        Task task = copy;
        for (TaskStatus status : List.of(TaskStatus.RECEIVED, TaskStatus.ACCEPTED, TaskStatus.INPROGRESS)) {
            var answer = server.put(JORIS, task.copy().setStatus(status));
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            task = answer.resource(Task.class);
        }
        // Another referral of the same person joins the first, which only its identifier tells.
        Bundle again = Messages.referral(2);
        var patient =
                server.read(GP, copy.getFor().getReference(), Patient.class).getIdentifierFirstRep();
        again.getEntry().stream()
                .filter(entry -> entry.getResource() instanceof Patient)
                .forEach(entry -> {
                    ((Patient) entry.getResource()).getIdentifierFirstRep().setValue(patient.getValue());
                    entry.getRequest().setIfNoneExist("identifier=" + patient.getSystem() + "|" + patient.getValue());
                });
        var sent = server.post(GP, "", again);
        assertThat(sent.status()).as(sent.body()).isEqualTo(200);
        assertThat(sent.first(ServiceRequest.class).getSubject().getReference())
                .startsWith(copy.getFor().getReference());
    }

    private List<String> shapes(String client, Task task) {
        String query = "/Task?_id=" + task.getIdElement().getIdPart()
                + "&_include=Task:focus&_include=Task:patient&_revinclude=Communication:part-of";
        return server.get(client, query).resource(Bundle.class).getEntry().stream()
                .map(entry -> shape(Json.text(entry.getResource())))
                .toList();
    }

    private List<String> found(String client, String query) {
        List<String> ids = new ArrayList<>();
        server.get(client, "/Task?" + query)
                .resource(Bundle.class)
                .getEntry()
                .forEach(entry -> ids.add(entry.getResource().getIdElement().getIdPart()));
        return ids;
    }

    /** Without anything that has a number of its own. */
    private static String shape(String json) {
        return json.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "id")
                .replaceAll("WAW-\\d+", "number")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+", "moment")
                .replaceAll("(practice|gp|wally|team)-\\d\\b", "$1");
    }

    /** How many rows each table has of it. */
    private Map<String, Long> rows(Task task) {
        Map<String, Long> rows = new TreeMap<>();
        String id = task.getIdElement().getIdPart();
        String referral = "(select referral from referral_member where resource = '" + id + "')";
        String parts = "(select h.res_id from referral_member m join hfj_resource h on h.fhir_id = m.resource::text"
                + " where m.referral = " + referral + ")";
        for (String table : Original.TABLES.keySet()) {
            String where = table.startsWith("hfj_")
                    ? (table.equals("hfj_res_link") ? "src_resource_id" : "res_id") + " in " + parts
                    : (table.equals("referral") ? "id" : "referral") + " = " + referral;
            rows.put(table, jdbc.queryForObject("select count(*) from " + table + " where " + where, Long.class));
        }
        return rows;
    }
}
