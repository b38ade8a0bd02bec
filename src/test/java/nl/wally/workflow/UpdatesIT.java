package nl.wally.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import nl.wally.Absence;
import nl.wally.Beside;
import nl.wally.FhirClient.Answer;
import nl.wally.Messages;
import nl.wally.ReferralLife;
import nl.wally.ReferralRows;
import nl.wally.ServerIT;
import nl.wally.conformance.Canonicals;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.hl7.fhir.r4.model.Type;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** While the status stays: every element that the table of updates lists, and every one that it does not. */
class UpdatesIT extends ServerIT {
    private static final Map<Actor, String> CLIENTS = new EnumMap<>(Map.of(
            Actor.GP, "his-demo-1",
            Actor.OWNER, "wally-demo-1",
            Actor.STAND_IN, "wally-demo-2",
            Actor.STAND_IN_IDLE, "wally-demo-2",
            Actor.GP_OTHER, "his-demo-2",
            Actor.OTHER_ORG, Strangers.COACH,
            Actor.COORDINATOR, "coordinator-demo"));
    private static final StateTable STATES = StateTable.load();
    private static final UpdateTable TABLE = UpdateTable.load();

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private DataSource database;

    private Absence absence;

    @BeforeEach
    void strangers() {
        Strangers.meet(server, database);
    }

    @AfterEach
    void comeBack() {
        present();
    }

    /** What the coordinator does not see cannot be written, whoever else may. */
    private static final Set<String> HIDDEN = Set.of("note", "input", "output", UpdateTable.OUTPUT_ADDENDUM);

    @Test
    void everyListedElementCanBeChangedAndEveryOtherIsRefused() {
        int changed = 0;
        int refused = 0;
        for (TaskStatus status : STATES.statuses()) {
            ReferralLife untouched = TransitionsIT.bring(server, status);
            for (Actor actor : CLIENTS.keySet()) {
                Set<String> may = TABLE.elementsFor(status, actor);
                Set<String> others = elements(may);
                others.removeAll(may);
                presenceFor(actor);
                Task seen = untouched.task(CLIENTS.get(actor));
                for (String element : others) {
                    refuse(untouched, seen, actor, element);
                    refused++;
                }
                present();
                Set<String> allowed = elements(may);
                allowed.retainAll(may);
                for (String element : allowed) {
                    accept(status, actor, element);
                    changed++;
                }
            }
        }
        System.out.println("Updates over HTTP: " + changed + " made, " + refused + " refused");
        assertThat(changed).isGreaterThan(60);
    }

    /** All of the table; where any output may be added there is no rule for addenda alone. */
    private static Set<String> elements(Set<String> may) {
        Set<String> elements = new TreeSet<>();
        TABLE.all().forEach(row -> elements.addAll(row.elements()));
        if (may.contains("output")) {
            elements.remove(UpdateTable.OUTPUT_ADDENDUM);
        }
        return elements;
    }

    private void accept(TaskStatus status, Actor actor, String element) {
        ReferralLife life = TransitionsIT.bring(server, status);
        String said = element.equals("input") ? said(life) : "";
        Task before = life.task();
        presenceFor(actor);
        Answer answer = life.change(CLIENTS.get(actor), task -> touch(task, element, said));
        present();
        String what = element + " in " + status.toCode() + " by " + actor.code() + ": " + answer.body();
        assertThat(answer.status()).as(what).isEqualTo(200);
        Task after = life.task();
        assertThat(after.getStatus()).as(what).isEqualTo(status);
        assertThat(after.getMeta().getVersionId())
                .as(what)
                .isEqualTo(Integer.toString(Integer.parseInt(before.getMeta().getVersionId()) + 1));
        assertThat(after.getLastModified()).as(what).isAfterOrEqualTo(before.getLastModified());
        Task wanted = before.copy();
        touch(wanted, element, said);
        assertThat(TaskDiff.between(wanted, after).changed())
                .as("besides what was asked: %s", what)
                .isSubsetOf(element.equals("owner") ? Set.of("businessStatus") : Set.of());
        if (element.equals("owner")) {
            boolean shown = STATES.of(status).orElseThrow().businessStatuses().contains("handed-over");
            assertThat(TaskCompletion.isHandedOver(after)).as(what).isEqualTo(shown);
            assertThat(life.provenance())
                    .extracting(entry -> entry.getActivity().getText())
                    .as(what)
                    .contains("handed-over");
        }
        new ReferralRows(jdbc).assertConsistent(life);
    }

    private void refuse(ReferralLife life, Task seen, Actor actor, String element) {
        TaskStatus status = seen.getStatus();
        ReferralRows rows = new ReferralRows(jdbc);
        var before = rows.everything(life.reference(Task.class));
        Task task = seen.copy();
        touch(task, element, "");
        Answer answer = server.put(CLIENTS.get(actor), task);
        Set<Actor> others = EnumSet.copyOf(union(TABLE.actorsFor(status, element)));
        if (element.equals(UpdateTable.OUTPUT_ADDENDUM)) {
            others.addAll(TABLE.actorsFor(status, "output"));
        }
        others.remove(Actor.SYSTEM);
        String what = element + " in " + status.toCode() + " by " + actor.code() + ": " + answer.body();
        boolean stranger = Strangers.ARE.contains(actor);
        boolean elsewhere = !others.isEmpty() || actor == Actor.COORDINATOR && HIDDEN.contains(element);
        assertThat(answer.status()).as(what).isEqualTo(stranger ? 404 : elsewhere ? 403 : 422);
        assertThat(answer.problems())
                .as(what)
                .first()
                .isEqualTo(stranger ? "not-found" : elsewhere ? "forbidden" : "element-not-allowed");
        assertThat(rows.everything(life.reference(Task.class))).as(what).isEqualTo(before);
    }

    private static Set<Actor> union(Set<Actor> actors) {
        Set<Actor> all = EnumSet.of(Actor.SYSTEM);
        all.addAll(actors);
        return all;
    }

    private static void touch(Task task, String element, String said) {
        switch (element) {
            case "businessStatus" -> task.setBusinessStatus(otherProgress(task));
            case "note" -> task.addNote().setText("Morgen bel ik weer.");
            case "output" -> output(task, "onward-referral", new StringType("Schuldhulpverlening"));
            case UpdateTable.OUTPUT_ADDENDUM ->
                output(task, "addendum", new Annotation().setText("Zij belde nog: het gaat goed."));
            case "owner" -> task.setOwner(new Reference("PractitionerRole/wally-2"));
            case "restriction.recipient" -> task.getRestriction().getRecipient().remove(1);
            case "input" ->
                task.addInput()
                        .setType(Messages.concept(Canonicals.SYSTEM_TASK_INPUT, "message"))
                        .setValue(said.isEmpty() ? new StringType("Zij belde.") : new Reference(said));
            case "extension" -> task.addExtension(Canonicals.EXTENSION_OVERDUE, new DateTimeType("2026-03-10"));
            default -> throw new AssertionError("A new element in the table: " + element);
        }
    }

    private static void output(Task task, String type, Type value) {
        task.addOutput()
                .setType(Messages.concept(Canonicals.SYSTEM_TASK_OUTPUT, type))
                .setValue(value);
    }

    /** What the GP told about this referral, that an input can refer to. */
    private String said(ReferralLife life) {
        Answer answer = server.post("his-demo-1", "/Communication", Beside.message(life.task(), "Zij is verhuisd."));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return "Communication/" + answer.resource().getIdElement().getIdPart();
    }

    private static org.hl7.fhir.r4.model.CodeableConcept otherProgress(Task task) {
        String now = task.getBusinessStatus().getCodingFirstRep().getCode();
        List<String> fitting = STATES.of(task.getStatus()).orElseThrow().businessStatuses().stream()
                .filter(code -> !code.equals(now))
                .sorted()
                .toList();
        return Messages.concept(Canonicals.SYSTEM_BUSINESS_STATUS, fitting.isEmpty() ? "handed-over" : fitting.get(0));
    }

    private void presenceFor(Actor actor) {
        if (actor == Actor.STAND_IN) {
            absence = Absence.of(server, "PractitionerRole/wally-1");
        }
    }

    private void present() {
        if (absence != null) {
            absence.close();
            absence = null;
        }
    }
}
