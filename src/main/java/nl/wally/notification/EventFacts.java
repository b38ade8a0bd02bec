package nl.wally.notification;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.Codes;
import nl.wally.shared.References;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;

/** What is told of a resource: codes and references that decide who has to hear of it, and nothing that somebody wrote. */
final class EventFacts {
    private static final Set<String> KEPT = Set.of("Task", "Communication", "CareTeam");

    private final Map<String, String> facts = new HashMap<>();

    private EventFacts() {}

    /** Whether anybody ever has to hear of resources of this type. */
    static boolean areKept(String type) {
        return KEPT.contains(type);
    }

    /** Facts by name; several values of one are separated by a space. */
    static Map<String, String> of(Resource resource) {
        EventFacts made = new EventFacts();
        if (resource instanceof Task task) {
            made.task(task);
        } else if (resource instanceof Communication communication) {
            made.communication(communication);
        } else if (resource instanceof CareTeam team) {
            made.put("practice", team.getManagingOrganization());
            made.mark(team, "gap", Canonicals.EXTENSION_GAP);
            made.mark(team, "nobody-there", Canonicals.EXTENSION_NOBODY_THERE);
        }
        return made.facts;
    }

    private void task(Task task) {
        put(
                "code",
                Stream.of(Canonicals.TASK_CODE, Canonicals.SYSTEM_TASK_CODE)
                        .flatMap(system -> Codes.of(task.getCode(), system).stream())
                        .toList());
        put("status", task.hasStatus() ? List.of(task.getStatus().toCode()) : List.of());
        put("business-status", Codes.of(task.getBusinessStatus(), Canonicals.SYSTEM_BUSINESS_STATUS));
        put("owner", List.of(task.getOwner()));
        put("requester", List.of(task.getRequester()));
        put("recipient", task.getRestriction().getRecipient());
        put("priority", task.hasPriority() ? List.of(task.getPriority().toCode()) : List.of());
        mark(task, "overdue", Canonicals.EXTENSION_OVERDUE);
        mark(task, "unattended", Canonicals.EXTENSION_UNATTENDED);
        practice(task);
    }

    private void communication(Communication communication) {
        put(
                "category",
                communication.getCategory().stream()
                        .flatMap(category -> codes(category).stream())
                        .toList());
        put(
                "status",
                communication.hasStatus() ? List.of(communication.getStatus().toCode()) : List.of());
        put("sender", List.of(communication.getSender()));
        put("recipient", communication.getRecipient());
        practice(communication);
    }

    private static List<String> codes(CodeableConcept category) {
        return Codes.of(category, Canonicals.SYSTEM_COMMUNICATION_CATEGORY);
    }

    private void practice(DomainResource resource) {
        Extension practice = resource.getExtensionByUrl(Canonicals.EXTENSION_PRACTICE);
        if (practice != null && practice.getValue() instanceof Reference reference) {
            put("practice", List.of(reference));
        }
    }

    private void mark(DomainResource resource, String name, String extension) {
        put(name, resource.hasExtension(extension) ? List.of("true") : List.of());
    }

    private void put(String name, List<?> values) {
        String joined = values.stream()
                .map(value -> value instanceof Reference reference ? References.key(reference) : value.toString())
                .filter(value -> !value.isEmpty())
                .collect(Collectors.joining(" "));
        if (!joined.isEmpty()) {
            facts.put(name, joined);
        }
    }
}
