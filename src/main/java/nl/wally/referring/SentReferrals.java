package nl.wally.referring;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.wally.conformance.Canonicals;
import nl.wally.fhir.InHouse;
import nl.wally.people.Names;
import nl.wally.shared.Problem;
import nl.wally.shared.References;
import nl.wally.shared.RefusedException;
import nl.wally.team.WorkingCalendar;
import nl.wally.workflow.ConsentRules;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;

/** Reads a referral of the own practice back, as far as its sender tells the person of it. */
@Component
class SentReferrals {
    private final InHouse house;
    private final Names names;
    private final WorkingCalendar calendar;
    private final Clock clock;

    SentReferrals(InHouse house, Names names, WorkingCalendar calendar, Clock clock) {
        this.house = house;
        this.names = names;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** The referral of this Task. */
    Sent of(String taskId) {
        Bundle found = house.search(
                "Task",
                Map.of("_id", List.of(taskId), "_include", List.of("Task:focus", "Task:patient", "Task:owner")));
        Task task = the(Task.class, found).orElseThrow(() -> new RefusedException(Problem.NOT_FOUND));
        ServiceRequest referral =
                the(ServiceRequest.class, found).orElseThrow(() -> new RefusedException(Problem.NOT_FOUND));
        Consent consent = house.read(
                Consent.class, id(referral.getSupportingInfoFirstRep().getReference()));
        String practice = References.key((Reference)
                referral.getExtensionByUrl(Canonicals.EXTENSION_PRACTICE).getValue());
        String owner = References.key(task.getOwner());
        return new Sent(
                taskId,
                number(task),
                the(Patient.class, found).map(SentReferrals::name).orElse(""),
                names.of(practice),
                ReceiverNow.phone(house.read(Organization.class, id(practice)).getTelecom()),
                owner.isEmpty() ? "" : names.of(owner),
                the(PractitionerRole.class, found).map(ReceiverNow::phone).orElse(""),
                !task.hasExtension(Canonicals.EXTENSION_UNATTENDED),
                day(((DateTimeType) task.getExtensionByUrl(Canonicals.EXTENSION_FIRST_CONTACT_DUE)
                                .getValue())
                        .getValue()),
                day(consent.getDateTime()),
                permitsContent(consent),
                isSafe(referral));
    }

    /** The Task of the referral that the practice sent under this number, in this system if it is not empty. */
    Optional<String> under(String system, String placer) {
        Bundle found = house.search(
                "ServiceRequest",
                Map.of(
                        "identifier",
                        List.of(system.isEmpty() ? placer : system + "|" + placer),
                        "_revinclude",
                        List.of("Task:focus")));
        return the(Task.class, found).map(task -> task.getIdElement().getIdPart());
    }

    private boolean permitsContent(Consent consent) {
        return ConsentRules.permits(consent, ConsentRules.FEEDBACK_TO_GP, clock.instant(), calendar.zone());
    }

    private static boolean isSafe(DomainResource referral) {
        var safe = referral.getExtensionByUrl(Canonicals.EXTENSION_SAFE_TO_CALL);
        return safe == null || ((BooleanType) safe.getValue()).booleanValue();
    }

    private LocalDate day(Date moment) {
        return Instant.ofEpochMilli(moment.getTime()).atZone(calendar.zone()).toLocalDate();
    }

    private static String number(Task task) {
        return task.getIdentifier().stream()
                .filter(identifier -> Canonicals.REFERRAL_NUMBER.equals(identifier.getSystem()))
                .map(Identifier::getValue)
                .findFirst()
                .orElse("");
    }

    private static String name(Patient patient) {
        var name = patient.getNameFirstRep();
        return name.hasText() ? name.getText() : name.getNameAsSingleString();
    }

    private static <T extends Resource> Optional<T> the(Class<T> type, Bundle found) {
        return found.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }

    private static String id(String reference) {
        return reference.substring(reference.indexOf('/') + 1);
    }
}
