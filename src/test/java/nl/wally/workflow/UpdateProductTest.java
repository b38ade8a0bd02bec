package nl.wally.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Date;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.Codes;
import nl.wally.shared.Problem;
import nl.wally.workflow.Verdict.Allowed;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskIntent;
import org.hl7.fhir.r4.model.Task.TaskPriority;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;

/** Every status, actor and element while the status stays: allowed if and only if the file lists it. */
class UpdateProductTest {
    private static final Map<String, Consumer<Task>> LISTED = new LinkedHashMap<>();
    private static final Map<String, Consumer<Task>> IMMUTABLE = new LinkedHashMap<>();
    private static final Map<String, Consumer<Task>> OTHERS = new LinkedHashMap<>();

    static {
        LISTED.put("businessStatus", UpdateProductTest::otherProgress);
        LISTED.put("note", task -> task.addNote().setText("nog een"));
        LISTED.put("output", task -> Tasks.addOutput(task, "onward-referral", new StringType("schuldhulp")));
        LISTED.put("output[addendum]", task -> Tasks.addOutput(task, "addendum", new StringType("nagekomen")));
        LISTED.put("owner", task -> task.setOwner(new Reference(Tasks.SUBSTITUTE)));
        LISTED.put(
                "restriction.recipient",
                task -> task.getRestriction().addRecipient(new Reference("PractitionerRole/wally-3")));
        LISTED.put(
                "input",
                task -> task.addInput()
                        .setType(Codes.concept(Canonicals.SYSTEM_TASK_INPUT, "message"))
                        .setValue(new StringType("nieuw nummer")));
        LISTED.put(
                "extension", task -> task.addExtension(Canonicals.EXTENSION_OVERDUE, new DateTimeType("2026-03-09")));

        IMMUTABLE.put("identifier", task -> task.addIdentifier(new Identifier().setValue("2")));
        IMMUTABLE.put("intent", task -> task.setIntent(TaskIntent.PLAN));
        IMMUTABLE.put("code", task -> task.getCode().setText("anders"));
        IMMUTABLE.put("focus", task -> task.setFocus(new Reference("ServiceRequest/other")));
        IMMUTABLE.put("for", task -> task.setFor(new Reference("Patient/other")));
        IMMUTABLE.put("requester", task -> task.setRequester(new Reference("PractitionerRole/gp-2")));
        IMMUTABLE.put("authoredOn", task -> task.setAuthoredOn(Date.from(Tasks.NOW)));
        IMMUTABLE.put("restriction", task -> task.getRestriction().getPeriod().setEnd(Date.from(Tasks.NOW)));
        IMMUTABLE.put("partOf", task -> task.addPartOf(new Reference("Task/other")));

        OTHERS.put("implicitRules", task -> task.setImplicitRules("http://example.org/rules"));
        OTHERS.put("language", task -> task.setLanguage("nl"));
        OTHERS.put("contained", task -> task.addContained(new Organization().setName("x")));
        OTHERS.put(
                "modifierExtension",
                task -> task.addModifierExtension()
                        .setUrl("http://example.org/not")
                        .setValue(new StringType("x")));
        OTHERS.put("instantiatesCanonical", task -> task.setInstantiatesCanonical("http://example.org/plan"));
        OTHERS.put("instantiatesUri", task -> task.setInstantiatesUri("http://example.org/plan"));
        OTHERS.put("basedOn", task -> task.addBasedOn(new Reference("ServiceRequest/thea")));
        OTHERS.put("groupIdentifier", task -> task.setGroupIdentifier(new Identifier().setValue("1")));
        OTHERS.put(
                "statusReason",
                task -> task.setStatusReason(Tasks.reason("other").setText("anders")));
        OTHERS.put("priority", task -> task.setPriority(TaskPriority.URGENT));
        OTHERS.put("description", task -> task.setDescription("x"));
        OTHERS.put("encounter", task -> task.setEncounter(new Reference("Encounter/1")));
        OTHERS.put("executionPeriod", task -> task.getExecutionPeriod().setStart(Date.from(Tasks.NOW)));
        OTHERS.put("performerType", task -> task.addPerformerType(new CodeableConcept().setText("x")));
        OTHERS.put("location", task -> task.setLocation(new Reference("Location/1")));
        OTHERS.put("reasonCode", task -> task.setReasonCode(new CodeableConcept().setText("x")));
        OTHERS.put("reasonReference", task -> task.setReasonReference(new Reference("Condition/1")));
        OTHERS.put("insurance", task -> task.addInsurance(new Reference("Coverage/1")));
        OTHERS.put("relevantHistory", task -> task.addRelevantHistory(new Reference("Provenance/1")));
    }

    private final TaskRules rules = TaskRules.load();

    @Test
    void allowsWhatTheFileListsAndRefusesEverythingElse() throws IOException {
        Set<String> listed = listed();
        int allowed = 0;
        int refused = 0;
        for (TaskStatus status : TaskStatus.values()) {
            for (Actor actor : Actor.values()) {
                for (String element : LISTED.keySet()) {
                    boolean expected = listed.contains(key(status, actor, element))
                            || element.equals("output[addendum]") && listed.contains(key(status, actor, "output"));
                    Verdict verdict = judge(status, actor, LISTED.get(element));
                    String what = key(status, actor, element);
                    assertThat(Tasks.allowed(verdict)).as(what).isEqualTo(expected);
                    if (!expected) {
                        assertThat(Tasks.problems(verdict)).as(what).containsExactly(somebody(listed, status, element));
                    }
                    allowed += expected ? 1 : 0;
                    refused += expected ? 0 : 1;
                }
            }
        }
        System.out.println("updates: " + allowed + " allowed, " + refused + " refused");
        assertThat(allowed).isEqualTo(5 * (2 * 3 + 3 + 1 + 2 + 4) + 4 + 5 * 2);
    }

    @Test
    void refusesEveryOtherElementToEverybody() {
        for (TaskStatus status : Tasks.STATES.statuses()) {
            for (Actor actor : Actor.values()) {
                IMMUTABLE.forEach((element, change) -> assertThat(Tasks.problems(judge(status, actor, change)))
                        .as(key(status, actor, element))
                        .containsExactly(Problem.ELEMENT_IMMUTABLE));
                OTHERS.forEach((element, change) -> assertThat(Tasks.problems(judge(status, actor, change)))
                        .as(key(status, actor, element))
                        .containsExactly(Problem.ELEMENT_NOT_ALLOWED));
            }
        }
    }

    @Test
    void knowsEveryElementOfTask() {
        Set<String> known = new HashSet<>(Set.of("id", "meta", "text", "status", "lastModified"));
        known.addAll(LISTED.keySet());
        known.addAll(IMMUTABLE.keySet());
        known.addAll(OTHERS.keySet());
        assertThat(known)
                .containsAll(
                        new Task().children().stream().map(Property::getName).toList());
    }

    private Verdict judge(TaskStatus status, Actor actor, Consumer<Task> change) {
        Task before = Tasks.in(status);
        Task after = before.copy();
        change.accept(after);
        Verdict verdict = rules.judge(before, after, Tasks.facts(actor));
        if (verdict instanceof Allowed allowed) {
            assertThat(allowed.transition()).isEmpty();
        }
        return verdict;
    }

    private static void otherProgress(Task task) {
        Tasks.STATES
                .of(task.getStatus())
                .ifPresentOrElse(
                        state -> task.setBusinessStatus(
                                Tasks.progress(state.defaultBusinessStatus()).setText("opnieuw")),
                        () -> task.setBusinessStatus(Tasks.progress("closed")));
    }

    private static Problem somebody(Set<String> listed, TaskStatus status, String element) {
        boolean other = Arrays.stream(Actor.values())
                .filter(actor -> actor != Actor.SYSTEM)
                .anyMatch(actor -> listed.contains(key(status, actor, element))
                        || element.equals("output[addendum]") && listed.contains(key(status, actor, "output")));
        return other ? Problem.FORBIDDEN : Problem.ELEMENT_NOT_ALLOWED;
    }

    private static String key(TaskStatus status, Actor actor, String element) {
        return status.toCode() + "," + actor.code() + "," + element;
    }

    /** Read a second time, by other code than the one under test. */
    private static Set<String> listed() throws IOException {
        try (InputStream in = TaskRules.class.getResourceAsStream("/workflow/task-updates.csv")) {
            Set<String> keys = new HashSet<>();
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .toList();
            for (String line : lines) {
                String[] cells = line.split(",", -1);
                for (String status : cells[0].split(" ")) {
                    for (String actor : cells[1].split(" ")) {
                        for (String element : cells[2].split(" ")) {
                            keys.add(status + "," + actor + "," + element);
                        }
                    }
                }
            }
            return keys;
        }
    }
}
