package nl.wally.dossier;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.wally.conformance.Canonicals;
import nl.wally.conformance.Concepts;
import nl.wally.fhir.InHouse;
import nl.wally.people.Names;
import nl.wally.shared.Language;
import nl.wally.shared.Problem;
import nl.wally.shared.References;
import nl.wally.shared.RefusedException;
import nl.wally.team.WorkingCalendar;
import nl.wally.workflow.SubTask;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;

/** Gathers what one page tells of one referral, by a handful of searches whatever there is to tell. */
@Component
public class Dossiers {
    private static final List<String> ALL = List.of("100");

    private final InHouse inHouse;
    private final Concepts concepts;
    private final Names names;
    private final WorkingCalendar calendar;
    private final Clock clock;

    Dossiers(InHouse inHouse, Concepts concepts, Names names, WorkingCalendar calendar, Clock clock) {
        this.inHouse = inHouse;
        this.concepts = concepts;
        this.names = names;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * The referral of this Task, as far as the caller may see it.
     *
     * @param taskId the id of the Task of the referral, as it stands in the addresses of pages
     * @param language of the reader
     * @throws RefusedException {@link Problem#NOT_FOUND} when there is none for this caller
     */
    public Dossier of(String taskId, Language language) {
        Wording wording = new Wording(concepts, names, calendar.zone(), language);
        return Dossier.of(papers(taskId), clock.instant(), wording);
    }

    /**
     * The id of the Task of the referral with this number; empty when there is none for this caller.
     *
     * @param typed how somebody wrote the number: the case, spaces and dashes do not count
     * @throws RefusedException {@link Problem#PARAMETER_INVALID} when there cannot be such a number, with what is wrong
     */
    public Optional<String> byNumber(String typed) {
        Bundle found =
                inHouse.search("Task", Map.of("identifier", List.of(Canonicals.REFERRAL_NUMBER + "|" + typed.strip())));
        return all(found, Task.class)
                .filter(task -> !SubTask.isBeside(task))
                .map(task -> task.getIdElement().getIdPart())
                .findFirst();
    }

    /** What the caller may do now with a Task, that of the referral or one beside it, in the order of the server. */
    public List<Deed> deeds(String taskId) {
        return Deed.of(inHouse.ask("Task/" + taskId, "available-actions"));
    }

    private Papers papers(String taskId) {
        Bundle around = around(taskId);
        Task task = all(around, Task.class)
                .filter(found -> found.getIdElement().getIdPart().equals(taskId) && !SubTask.isBeside(found))
                .findFirst()
                .orElseThrow(() -> new RefusedException(Problem.NOT_FOUND));
        Optional<ServiceRequest> referral = all(around, ServiceRequest.class).findFirst();
        Optional<Patient> person = all(around, Patient.class).findFirst();
        return new Papers(
                task,
                referral,
                person,
                referral.flatMap(this::consent),
                person.stream().flatMap(this::representatives).toList(),
                referral.stream().flatMap(this::requests).toList(),
                all(around, Communication.class).toList(),
                all(around, Provenance.class).toList(),
                all(search("Task", "part-of", References.key(task)), Task.class).toList(),
                all(around, PractitionerRole.class).toList(),
                practice(task));
    }

    /** The Task with nearly everything that it names, and that names it. */
    private Bundle around(String taskId) {
        return inHouse.search(
                "Task",
                Map.of(
                        "_id",
                        List.of(taskId),
                        "_include",
                        List.of("Task:focus", "Task:patient", "Task:owner", "Task:requester"),
                        "_revinclude",
                        List.of("Provenance:target", "Communication:part-of")));
    }

    private Optional<Consent> consent(ServiceRequest referral) {
        return referral.getSupportingInfo().stream()
                .map(References::key)
                .filter(key -> key.startsWith("Consent/"))
                .findFirst()
                .flatMap(key ->
                        all(search("Consent", "_id", id(key)), Consent.class).findFirst());
    }

    private Stream<RelatedPerson> representatives(Patient person) {
        return all(search("RelatedPerson", "patient", References.key(person)), RelatedPerson.class);
    }

    private Stream<CommunicationRequest> requests(ServiceRequest referral) {
        return all(search("CommunicationRequest", "based-on", References.key(referral)), CommunicationRequest.class);
    }

    private Optional<Organization> practice(Task task) {
        String practice = Dossier.practiceOf(task);
        return practice.isEmpty()
                ? Optional.empty()
                : all(search("Organization", "_id", id(practice)), Organization.class)
                        .findFirst();
    }

    private Bundle search(String type, String parameter, String value) {
        return inHouse.search(type, Map.of(parameter, List.of(value), "_count", ALL));
    }

    private static String id(String reference) {
        return new Reference(reference).getReferenceElement().getIdPart();
    }

    private static <T extends Resource> Stream<T> all(Bundle found, Class<T> type) {
        return found.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(type::isInstance)
                .map(type::cast);
    }
}
