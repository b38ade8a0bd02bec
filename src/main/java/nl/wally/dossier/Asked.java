package nl.wally.dossier;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.Codes;
import nl.wally.shared.References;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskPriority;

/**
 * What was asked, and by whom.
 *
 * @param question in the person's own words; empty for who may not read it
 * @param areas the areas of life that were named, in the words of the reader
 * @param complaints the other reasons of the referral, as ICPC calls them
 * @param byPhone whether it was talked over by phone before
 * @param practice for instance {@code Organization/practice-1}; empty when it is not known
 * @param referrer who referred
 * @param phones of who referred, then of the practice
 */
public record Asked(
        String question,
        List<String> areas,
        List<String> complaints,
        boolean urgent,
        boolean byPhone,
        Optional<ZonedDateTime> at,
        String referrer,
        String practice,
        String practiceName,
        List<Contact> phones) {

    static Asked of(Papers papers, Wording wording) {
        Task task = papers.task();
        String practice = Dossier.practiceOf(task);
        return new Asked(
                papers.referral().map(Asked::question).orElse(""),
                reasons(papers, true, wording),
                reasons(papers, false, wording),
                task.getPriority() == TaskPriority.URGENT,
                papers.referral()
                        .flatMap(referral -> Person.flag(referral, Canonicals.EXTENSION_DISCUSSED_BY_PHONE))
                        .orElse(false),
                wording.moment(task.getAuthoredOnElement()),
                wording.who(task.getRequester()),
                practice,
                papers.practice().map(Organization::getName).orElseGet(() -> wording.who(new Reference(practice))),
                phones(papers));
    }

    private static String question(ServiceRequest referral) {
        return referral.getNote().stream()
                .map(Annotation::getText)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n\n"));
    }

    private static List<String> reasons(Papers papers, boolean areas, Wording wording) {
        List<CodeableConcept> reasons = papers.referral().stream()
                .flatMap(referral -> referral.getReasonCode().stream())
                .filter(reason ->
                        areas != Codes.of(reason, Canonicals.SYSTEM_LIFE_AREA).isEmpty())
                .toList();
        return wording.called(reasons);
    }

    private static List<Contact> phones(Papers papers) {
        String requester = References.key(papers.task().getRequester());
        Stream<Contact> own = papers.roles().stream()
                .filter(role -> References.key(role).equals(requester))
                .map(PractitionerRole::getTelecom)
                .flatMap(points -> Contact.of(points).stream());
        Stream<Contact> shared =
                papers.practice().map(Organization::getTelecom).stream().flatMap(points -> Contact.of(points).stream());
        return Stream.concat(own, shared)
                .filter(contact -> contact.kind() == Contact.Kind.PHONE)
                .distinct()
                .toList();
    }
}
