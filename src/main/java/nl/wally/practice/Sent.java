package nl.wally.practice;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.wally.conformance.Canonicals;
import nl.wally.dossier.Dossier;
import nl.wally.shared.Codes;
import nl.wally.shared.References;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;

/**
 * A referral that the practice sent, as its Task tells of it.
 *
 * @param beside what was found with it, by reference: the person, who has it, what was said
 */
record Sent(Task task, Map<String, Resource> beside) {
    /** What a search for Tasks asks for, so that a referral can be told of. */
    static final Map<String, List<String>> WITH = Map.of(
            "_include", List.of("Task:patient", "Task:owner", "Task:requester"),
            "_include:iterate", List.of("PractitionerRole:practitioner"));

    /** The referrals of a page of results, in their order, with what was said of them. */
    static List<Sent> of(Bundle found, Stream<Communication> said) {
        Map<String, Resource> beside = new HashMap<>();
        said.forEach(one -> beside.put(References.key(one), one));
        found.getEntry().stream()
                .map(BundleEntryComponent::getResource)
                .forEach(resource -> beside.put(References.key(resource), resource));
        return found.getEntry().stream()
                .filter(entry -> entry.getSearch().getMode() == SearchEntryMode.MATCH)
                .map(BundleEntryComponent::getResource)
                .map(Task.class::cast)
                .map(task -> new Sent(task, beside))
                .toList();
    }

    String id() {
        return task.getIdElement().getIdPart();
    }

    String number() {
        return Dossier.numberOf(task);
    }

    Called person() {
        return Called.of(find(References.key(task.getFor()), Patient.class)
                .map(Patient::getName)
                .orElse(List.of()));
    }

    /** Who has it now. */
    Called wally() {
        return called(References.key(task.getOwner()));
    }

    /** Somebody of the directory who was found with it. */
    Called called(String role) {
        return Called.of(find(role, PractitionerRole.class)
                .flatMap(found -> find(References.key(found.getPractitioner()), Practitioner.class))
                .map(Practitioner::getName)
                .orElse(List.of()));
    }

    <T extends Resource> Optional<T> find(String reference, Class<T> type) {
        return Optional.ofNullable(beside.get(reference))
                .filter(type::isInstance)
                .map(type::cast);
    }

    /** What was said of it, the earliest first. */
    List<Communication> said() {
        return beside.values().stream()
                .filter(Communication.class::isInstance)
                .map(Communication.class::cast)
                .filter(said -> References.anyIs(said.getPartOf(), References.key(task)))
                .sorted((one, other) -> one.getSent().compareTo(other.getSent()))
                .toList();
    }

    boolean marked(String extension) {
        return task.hasExtension(extension);
    }

    Optional<LocalDate> day(String extension, ZoneId zone) {
        return Optional.ofNullable(task.getExtensionByUrl(extension))
                .map(found -> (BaseDateTimeType) found.getValue())
                .map(value -> day(value, zone));
    }

    /** When it ended or, where nobody said so, when it last changed. */
    LocalDate ended(ZoneId zone) {
        BaseDateTimeType end = task.getExecutionPeriod().hasEnd()
                ? task.getExecutionPeriod().getEndElement()
                : task.getLastModifiedElement();
        return day(end, zone);
    }

    String progress() {
        return code(task.getBusinessStatus(), Canonicals.SYSTEM_BUSINESS_STATUS);
    }

    String reason() {
        return code(task.getStatusReason(), Canonicals.SYSTEM_STATUS_REASON);
    }

    String outcome() {
        return task.getOutput().stream()
                .filter(output -> Codes.has(output.getType(), Canonicals.SYSTEM_TASK_OUTPUT, "outcome"))
                .filter(output -> output.getValue() instanceof CodeableConcept)
                .map(output -> code((CodeableConcept) output.getValue(), Canonicals.SYSTEM_OUTCOME))
                .findFirst()
                .orElse("");
    }

    private static String code(CodeableConcept concept, String system) {
        return Codes.of(concept, system).stream().findFirst().orElse("");
    }

    /** A date is a day wherever one is; a moment is one of a day here. */
    private static LocalDate day(BaseDateTimeType value, ZoneId zone) {
        return value instanceof DateType
                ? LocalDate.of(value.getYear(), value.getMonth() + 1, value.getDay())
                : value.getValue().toInstant().atZone(zone).toLocalDate();
    }
}
