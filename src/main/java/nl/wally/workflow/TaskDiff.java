package nl.wally.workflow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.Codes;
import nl.wally.shared.References;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskOutputComponent;
import org.hl7.fhir.r4.model.Task.TaskRestrictionComponent;

/**
 * Which elements differ between two versions of a Task, in the words of the table of updates. Status is told apart from
 * them; what the server overwrites anyway (meta, narrative, lastModified) does not count.
 */
record TaskDiff(Task before, Task after, Set<String> changed) {
    static final String RESUME_DATE = "extension[resume-date]";
    static final String RECIPIENT = "restriction.recipient";

    private static final Set<String> OVERWRITTEN = Set.of("id", "meta", "text", "lastModified", "status");
    private static final Set<String> TAKEN_APART = Set.of("restriction", "extension");

    static TaskDiff between(Task before, Task after) {
        Set<String> changed = new TreeSet<>();
        Map<String, List<Base>> old = valuesOf(before);
        Map<String, List<Base>> young = valuesOf(after);
        for (Map.Entry<String, List<Base>> element : old.entrySet()) {
            String name = element.getKey();
            if (!OVERWRITTEN.contains(name) && !TAKEN_APART.contains(name)) {
                note(changed, name, same(element.getValue(), young.getOrDefault(name, List.of())));
            }
        }
        note(changed, "restriction", same(List.of(withoutRecipient(before)), List.of(withoutRecipient(after))));
        note(changed, RECIPIENT, same(recipients(before), recipients(after)));
        note(changed, "extension", same(extensions(before, false), extensions(after, false)));
        note(changed, RESUME_DATE, same(extensions(before, true), extensions(after, true)));
        return new TaskDiff(before, after, changed);
    }

    boolean has(String element) {
        return changed.contains(element);
    }

    boolean statusChanged() {
        return before.getStatus() != after.getStatus();
    }

    boolean isEmpty() {
        return changed.isEmpty() && !statusChanged();
    }

    /** Whether another resource is the owner now; a new display text alone is no new owner. */
    boolean ownerMoved() {
        return !References.key(before.getOwner()).equals(References.key(after.getOwner()));
    }

    boolean notesOnlyGrow() {
        return startsWith(after.getNote(), before.getNote());
    }

    boolean outputsOnlyGrow() {
        return startsWith(after.getOutput(), before.getOutput());
    }

    boolean inputsOnlyGrow() {
        return startsWith(after.getInput(), before.getInput());
    }

    boolean onlyAddendaAdded() {
        return outputsOnlyGrow() && addedOutputs().stream().allMatch(TaskDiff::isAddendum);
    }

    private List<TaskOutputComponent> addedOutputs() {
        return after.getOutput()
                .subList(before.getOutput().size(), after.getOutput().size());
    }

    private static boolean isAddendum(TaskOutputComponent output) {
        return Codes.has(output.getType(), Canonicals.SYSTEM_TASK_OUTPUT, "addendum");
    }

    private static boolean startsWith(List<? extends Base> list, List<? extends Base> start) {
        return list.size() >= start.size() && same(list.subList(0, start.size()), start);
    }

    private static void note(Set<String> changed, String name, boolean same) {
        if (!same) {
            changed.add(name);
        }
    }

    private static boolean same(List<? extends Base> one, List<? extends Base> other) {
        return Base.compareDeep(one, other, true);
    }

    private static Map<String, List<Base>> valuesOf(Task task) {
        Map<String, List<Base>> values = new HashMap<>();
        for (Property property : task.children()) {
            values.put(
                    property.getName(),
                    property.getValues().stream()
                            .filter(value -> value != null && !value.isEmpty())
                            .toList());
        }
        return values;
    }

    private static TaskRestrictionComponent withoutRecipient(Task task) {
        return task.getRestriction().copy().setRecipient(null);
    }

    private static List<? extends Base> recipients(Task task) {
        return task.getRestriction().getRecipient();
    }

    private static List<Extension> extensions(Task task, boolean resumeDate) {
        return task.getExtension().stream()
                .filter(extension -> Canonicals.EXTENSION_RESUME_DATE.equals(extension.getUrl()) == resumeDate)
                .toList();
    }
}
