package nl.wally.referring;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.wally.referring.Draft.Agreement;
import nl.wally.referring.Draft.Ask;
import nl.wally.referring.Draft.Person;
import nl.wally.referring.Draft.Reach;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.StringType;

/** Begins a form with all that is known already, so that a GP whose HIS launched it has a question to write and little else. */
final class Prefill {
    private static final int WHOLE_DAY = "1971-05-14".length();

    private Prefill() {}

    /** A form in which nothing is known but the day. */
    static Draft empty(Instant now, LocalDate today) {
        return draft(Optional.empty(), Person.NOBODY, Reach.NONE, List.of(), now, today);
    }

    /**
     * A form about whom a HIS launched it for.
     *
     * @param patients the identifier system of the practice's patients, by which a person is known best
     */
    static Draft of(LaunchContext launch, String patients, Instant now, LocalDate today) {
        List<String> told = launch.reasons().stream().map(Coding::getCode).toList();
        Patient patient = launch.patient();
        return draft(launch.transaction(), person(patient, patients), reach(patient), told, now, today);
    }

    private static Draft draft(
            Optional<Identifier> transaction,
            Person person,
            Reach reach,
            List<String> told,
            Instant now,
            LocalDate today) {
        return new Draft(
                transaction.map(Identifier::getSystem).orElse(""),
                transaction
                        .map(Identifier::getValue)
                        .orElseGet(() -> UUID.randomUUID().toString()),
                now.toString(),
                person,
                reach,
                new Ask(List.of(), told, "", "", "routine", "", "", false),
                new Agreement("", today.toString()));
    }

    private static Person person(Patient patient, String patients) {
        Identifier number = patient.getIdentifier().stream()
                .filter(identifier -> patients.equals(identifier.getSystem()))
                .findFirst()
                .orElseGet(patient::getIdentifierFirstRep);
        HumanName name = patient.getNameFirstRep();
        Address address = patient.getAddressFirstRep();
        String born = patient.getBirthDateElement().getValueAsString();
        return new Person(
                number.getSystem(),
                number.getValue(),
                joined(name.getGiven()),
                name.hasFamily() ? name.getFamily() : name.getText(),
                // Of a year alone no form makes a day.
                born == null || born.length() != WHOLE_DAY ? "" : born,
                patient.getGender() == AdministrativeGender.UNKNOWN || !patient.hasGender()
                        ? ""
                        : patient.getGender().toCode(),
                joined(address.getLine()),
                address.getCity(),
                "",
                false);
    }

    private static Reach reach(Patient patient) {
        return new Reach(
                way(patient, ContactPointSystem.PHONE)
                        .or(() -> way(patient, ContactPointSystem.SMS))
                        .orElse(""),
                way(patient, ContactPointSystem.EMAIL).orElse(""),
                "",
                "",
                false);
    }

    private static Optional<String> way(Patient patient, ContactPointSystem system) {
        return patient.getTelecom().stream()
                .filter(contact -> contact.getSystem() == system)
                .map(ContactPoint::getValue)
                .findFirst();
    }

    private static String joined(List<StringType> parts) {
        return parts.stream().map(StringType::getValue).collect(Collectors.joining(" "));
    }
}
