package nl.wally.referring;

import nl.wally.conformance.Canonicals;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.HumanName.NameUse;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;

/** The Patient of a referral that comes from the form. */
final class ReferredPerson {
    private ReferredPerson() {}

    static Patient of(Draft draft, Sender sender) {
        Draft.Person person = draft.person();
        Draft.Reach reach = draft.reach();
        Patient patient = new Patient();
        patient.addIdentifier(number(person, sender));
        patient.setManagingOrganization(new Reference(sender.practice()));
        HumanName name = patient.addName().setUse(NameUse.USUAL).setText(person.name());
        name.setFamily(person.family());
        if (!person.given().isEmpty()) {
            name.addGiven(person.given());
        }
        if (!person.born().isEmpty()) {
            patient.setBirthDateElement(new DateType(person.born()));
        }
        patient.setGender(gender(person.gender()));
        contact(patient, ContactPointSystem.PHONE, reach.phone());
        contact(patient, ContactPointSystem.EMAIL, reach.email());
        address(patient, person);
        if (!person.language().isEmpty()) {
            patient.addCommunication()
                    .setLanguage(new CodeableConcept(new Coding("urn:ietf:bcp:47", person.language(), null)))
                    .setPreferred(true);
        }
        if (!reach.moment().isEmpty()) {
            patient.addExtension(Canonicals.EXTENSION_PREFERRED_MOMENT, new StringType(reach.moment()));
        }
        if (person.interpreter()) {
            patient.addExtension(Canonicals.EXTENSION_INTERPRETER, new BooleanType(true));
        }
        return patient;
    }

    static Identifier number(Draft.Person person, Sender sender) {
        return new Identifier()
                .setSystem(person.system().isEmpty() ? sender.patients() : person.system())
                .setValue(person.number());
    }

    private static AdministrativeGender gender(String code) {
        return switch (code) {
            case "female" -> AdministrativeGender.FEMALE;
            case "male" -> AdministrativeGender.MALE;
            case "other" -> AdministrativeGender.OTHER;
            default -> AdministrativeGender.UNKNOWN;
        };
    }

    private static void contact(Patient patient, ContactPointSystem system, String value) {
        if (!value.isEmpty()) {
            patient.addTelecom().setSystem(system).setValue(value);
        }
    }

    private static void address(Patient patient, Draft.Person person) {
        if (!person.street().isEmpty() || !person.city().isEmpty()) {
            var address = patient.addAddress();
            if (!person.street().isEmpty()) {
                address.addLine(person.street());
            }
            if (!person.city().isEmpty()) {
                address.setCity(person.city());
            }
        }
    }
}
