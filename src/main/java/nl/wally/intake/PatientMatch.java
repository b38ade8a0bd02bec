package nl.wally.intake;

import static nl.wally.shared.Words.words;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.wally.fhir.Authorship;
import nl.wally.fhir.Change;
import nl.wally.fhir.References;
import nl.wally.fhir.Referrals;
import nl.wally.fhir.Store;
import nl.wally.fhir.Submission;
import nl.wally.shared.Problem;
import nl.wally.shared.RefusedException;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.springframework.stereotype.Component;

/**
 * One person is one Patient in a practice, known by the practice's own number. Who is known already is not created again:
 * how to reach the person is taken over from the referral.
 */
@Component
class PatientMatch {
    private final Store store;
    private final Referrals referrals;
    private final References references;

    PatientMatch(Store store, Referrals referrals, References references) {
        this.store = store;
        this.referrals = referrals;
        this.references = references;
    }

    /** Turns the creation of a Patient that exists into an update, and lets everything point to the one that exists. */
    void match(Submission submission, Set<String> practiceSystems) {
        Change change = submission.changesOf(Patient.class).findFirst().orElseThrow();
        Patient sent = (Patient) change.after();
        List<Identifier> numbers = sent.getIdentifier().stream()
                .filter(identifier -> practiceSystems.contains(identifier.getSystem()))
                .sorted(Comparator.comparing(PatientMatch::token))
                .toList();
        requireSameCondition(change, numbers);
        // Two connections that bring the same new person: the second waits until the first is stored.
        numbers.forEach(number -> referrals.serialise("patient", token(number)));
        Optional<Patient> known = find(numbers, submission.caller().organization());
        if (known.isPresent()) {
            requireSamePerson(known.get(), sent);
            String assigned = change.reference();
            Patient merged = takeOver(known.get(), sent);
            change.turnIntoUpdate(known.get(), merged);
            if (!merged.equalsDeep(known.get())) {
                submission.create(Authorship.of(submission, change.reference(), "contact-data-taken-over"));
            }
            submission
                    .requested()
                    .forEach(other -> references.replace(other.after(), Map.of(assigned, change.reference())));
        }
    }

    private static void requireSameCondition(Change change, List<Identifier> numbers) {
        String condition = change.ifNoneExist();
        if (condition != null) {
            String query = condition.replaceFirst("^\\??(Patient\\?)?", "");
            boolean same = numbers.stream()
                    .map(number -> "identifier=" + token(number))
                    .anyMatch(own -> own.equals(query) || own.equals(decoded(query)));
            if (!same) {
                throw new RefusedException(
                        Problem.PARAMETER_INVALID,
                        "Bundle.entry.request.ifNoneExist",
                        words("A Patient is known by the practice's own number alone: ifNoneExist is"
                                + " identifier=[system]|[value] of that number"));
            }
        }
    }

    /** As in a URL; what cannot be read so is left as it is. */
    private static String decoded(String query) {
        try {
            return URLDecoder.decode(query, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException brokenEscape) {
            return query;
        }
    }

    private static String token(Identifier number) {
        return number.getSystem() + "|" + number.getValue();
    }

    private Optional<Patient> find(List<Identifier> numbers, String practice) {
        Map<String, Patient> found = new HashMap<>();
        for (Identifier number : numbers) {
            store.identified(Patient.class, number.getSystem(), number.getValue()).stream()
                    .filter(patient ->
                            practice.equals(nl.wally.shared.References.key(patient.getManagingOrganization())))
                    .forEach(patient -> found.put(patient.getIdElement().getIdPart(), patient));
        }
        if (found.size() > 1) {
            throw new RefusedException(
                    Problem.DUPLICATE,
                    "Patient.identifier",
                    words("These numbers belong to two different persons here"));
        }
        return found.values().stream().findFirst();
    }

    /** A number that somebody mistyped may be that of somebody else, whom the Wally would call then. */
    private static void requireSamePerson(Patient known, Patient sent) {
        if (known.hasBirthDate()
                && sent.hasBirthDate()
                && !known.getBirthDateElement()
                        .getValueAsString()
                        .equals(sent.getBirthDateElement().getValueAsString())) {
            throw new RefusedException(
                    Problem.DUPLICATE,
                    "Patient.birthDate",
                    words("This number belongs to somebody with another date of birth here: is it the right one?"));
        }
    }

    /** What the practice does not tell this time stays as it is known. */
    private static Patient takeOver(Patient known, Patient sent) {
        Patient merged = known.copy();
        Patient told = sent.copy();
        if (told.hasTelecom()) {
            merged.setTelecom(told.getTelecom());
        }
        if (told.hasAddress()) {
            merged.setAddress(told.getAddress());
        }
        if (told.hasCommunication()) {
            merged.setCommunication(told.getCommunication());
        }
        if (told.hasContact()) {
            merged.setContact(told.getContact());
        }
        told.getExtension().forEach(extension -> {
            merged.getExtension().removeIf(old -> old.getUrl().equals(extension.getUrl()));
            merged.addExtension(extension);
        });
        return merged;
    }
}
