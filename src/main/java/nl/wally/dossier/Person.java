package nl.wally.dossier;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.wally.conformance.Canonicals;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Patient.PatientCommunicationComponent;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.ServiceRequest;

/**
 * Whom the referral is about, and how to reach them.
 *
 * @param address on one line; empty when nobody said
 * @param preferredMoment in the words of the practice; empty when nobody said
 * @param languages in which they would like to speak, other than what goes without saying
 * @param safeToCall whether they can safely be called at home; empty when nobody said
 * @param voicemailAllowed whether a message may be left; empty when nobody said
 * @param speakers who speaks for them, or may be called instead
 */
public record Person(
        String name,
        Optional<LocalDate> birthDate,
        String address,
        List<Contact> contacts,
        String preferredMoment,
        List<String> languages,
        boolean interpreter,
        Optional<Boolean> safeToCall,
        Optional<Boolean> voicemailAllowed,
        List<Speaker> speakers) {
    /**
     * Who speaks for the person.
     *
     * @param relation what this one is to the person
     */
    public record Speaker(String name, String relation, List<Contact> contacts) {}

    /** Whether it may be dangerous for them to be called at home. */
    public boolean isNotSafeToCall() {
        return safeToCall.filter(safe -> !safe).isPresent();
    }

    /** Whether the practice said that no message may be left. */
    public boolean isVoicemailForbidden() {
        return voicemailAllowed.filter(allowed -> !allowed).isPresent();
    }

    static Person of(Patient patient, Papers papers, Wording wording) {
        return new Person(
                Wording.name(patient.getNameFirstRep()),
                wording.day(patient.getBirthDateElement()),
                papers.person().map(Patient::getAddress).stream()
                        .flatMap(List::stream)
                        .findFirst()
                        .map(Person::line)
                        .orElse(""),
                Contact.of(patient.getTelecom()),
                text(patient, Canonicals.EXTENSION_PREFERRED_MOMENT),
                patient.getCommunication().stream()
                        .map(PatientCommunicationComponent::getLanguage)
                        .map(wording::called)
                        .filter(language -> !language.isBlank())
                        .toList(),
                papers.person()
                        .flatMap(person -> flag(person, Canonicals.EXTENSION_INTERPRETER))
                        .orElse(false),
                said(papers.referral(), Canonicals.EXTENSION_SAFE_TO_CALL),
                said(papers.referral(), Canonicals.EXTENSION_VOICEMAIL_ALLOWED),
                papers.representatives().stream()
                        .map(one -> speaker(one, wording))
                        .toList());
    }

    private static Speaker speaker(RelatedPerson one, Wording wording) {
        return new Speaker(
                Wording.name(one.getNameFirstRep()),
                String.join(", ", wording.called(one.getRelationship())),
                Contact.of(one.getTelecom()));
    }

    private static String line(Address address) {
        if (address.hasText()) {
            return address.getText();
        }
        Stream<String> lines = address.getLine().stream().map(line -> line.getValue());
        return Stream.concat(lines, Stream.of(address.getPostalCode(), address.getCity()))
                .filter(part -> part != null && !part.isBlank())
                .reduce((first, next) -> first + ", " + next)
                .orElse("");
    }

    private static Optional<Boolean> said(Optional<ServiceRequest> referral, String extension) {
        return referral.flatMap(request -> flag(request, extension));
    }

    static Optional<Boolean> flag(DomainResource resource, String extension) {
        return Optional.ofNullable(resource.getExtensionByUrl(extension))
                .filter(found -> found.getValue() instanceof BooleanType)
                .map(found -> ((BooleanType) found.getValue()).booleanValue());
    }

    private static String text(DomainResource resource, String extension) {
        return Optional.ofNullable(resource.getExtensionByUrl(extension))
                .map(found -> found.getValue().primitiveValue())
                .orElse("");
    }
}
