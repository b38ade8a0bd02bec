package nl.wally.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.wally.FhirClient.Answer;
import nl.wally.Messages;
import nl.wally.ReferralLife;
import nl.wally.ServerIT;
import nl.wally.conformance.Canonicals;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.hl7.fhir.r4.model.Type;
import org.junit.jupiter.api.Test;

/** What {@code $available-actions} says may be written while the status stays can be written, and nothing else. */
class UpdateActionsIT extends ServerIT {
    private static final List<String> CLIENTS =
            List.of("his-demo-1", "wally-demo-1", "wally-demo-2", "coordinator-demo");
    private static final StateTable STATES = StateTable.load();
    private static final Map<String, String> CODES = Map.of(
            "note", "note",
            "progress", "businessStatus",
            "hand-over", "owner",
            "team", "restriction.recipient",
            "addendum", "output[addendum]",
            "result", "output");

    private int written;
    private int refused;

    @Test
    void everyElementOfferedCanBeWrittenAndNoOther() {
        for (TaskStatus status : STATES.statuses()) {
            ReferralLife untouched = TransitionsIT.bring(server, status);
            for (String client : CLIENTS) {
                Map<String, List<Type>> offered = offered(client, untouched);
                Task seen = untouched.task(client);
                CODES.keySet().forEach(code -> tryOut(code, client, seen, offered));
                assertThat(untouched.task(client).getMeta().getVersionId())
                        .as("what was refused changed nothing")
                        .isEqualTo(seen.getMeta().getVersionId());
            }
        }
        System.out.println("Elements offered and written: " + written + ", not offered and refused: " + refused);
        assertThat(written).isGreaterThan(40);
        assertThat(refused).isGreaterThan(100);
    }

    private void tryOut(String code, String client, Task untouched, Map<String, List<Type>> offered) {
        TaskStatus status = untouched.getStatus();
        String what = code + " by " + client + " in " + status;
        if (!offered.containsKey(code)) {
            // In an open Task an addendum is an output like any other.
            boolean other = code.equals("addendum") && offered.containsKey("result");
            if (!other) {
                Answer answer = write(code, client, untouched, List.of());
                assertThat(answer.status()).as(what).isBetween(400, 499);
                refused++;
            }
            return;
        }
        List<Type> options =
                offered.get(code).stream().filter(UpdateActionsIT::stays).toList();
        for (Type option : options.isEmpty() ? List.of(new StringType("?")) : options) {
            // Each from the beginning: a write changes what is on offer.
            ReferralLife fresh = TransitionsIT.bring(server, status);
            Answer answer = write(code, client, fresh.task(client), List.of(option));
            assertThat(answer.status()).as(what + ": " + answer.body()).isEqualTo(200);
            written++;
        }
    }

    /** The people of other tests come and go; those of the demo region stay. */
    private static boolean stays(Type option) {
        return !(option instanceof Reference member)
                || member.getReference().startsWith("PractitionerRole/wally-")
                || member.getReference().startsWith("PractitionerRole/coach-");
    }

    private Answer write(String code, String client, Task seen, List<Type> options) {
        Task task = seen.copy();
        switch (code) {
            case "note" -> task.addNote().setText("Zij is morgen niet thuis.");
            case "progress" -> task.setBusinessStatus(progress(task, options));
            case "hand-over" -> task.setOwner(member(options));
            case "team" -> task.getRestriction().setRecipient(List.of(member(options)));
            default ->
                task.addOutput()
                        .setType(Messages.concept(
                                Canonicals.SYSTEM_TASK_OUTPUT, code.equals("result") ? "onward-referral" : code))
                        .setValue(
                                code.equals("result")
                                        ? new StringType("Schuldhulpverlening")
                                        : new Annotation().setText("Zij belde nog."));
        }
        return server.put(client, task);
    }

    private static Reference member(List<Type> options) {
        return options.isEmpty() ? new Reference("PractitionerRole/wally-2") : (Reference) options.get(0);
    }

    /** Without an option: one that would fit the status, other than the one that it has. */
    private static CodeableConcept progress(Task task, List<Type> options) {
        if (!options.isEmpty()) {
            return new CodeableConcept((Coding) options.get(0));
        }
        String code = STATES.of(task.getStatus()).orElseThrow().businessStatuses().stream()
                .filter(other -> !other.equals(
                        task.getBusinessStatus().getCodingFirstRep().getCode()))
                .findFirst()
                .orElse("support-running");
        return Messages.concept(Canonicals.SYSTEM_BUSINESS_STATUS, code);
    }

    private Map<String, List<Type>> offered(String client, ReferralLife life) {
        Answer answer = server.get(client, "/" + life.reference(Task.class) + "/$available-actions");
        Map<String, List<Type>> offered = new TreeMap<>();
        answer.resource(Parameters.class).getParameter().stream()
                .filter(action -> action.getPart().stream()
                        .noneMatch(part -> part.getName().equals("status")))
                .forEach(action -> offered.put(
                        ((Coding) action.getPartFirstRep().getValue()).getCode(),
                        action.getPart().stream()
                                .filter(part -> part.getName().equals("option"))
                                .map(part -> part.getValue())
                                .toList()));
        return offered;
    }
}
