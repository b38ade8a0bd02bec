package nl.wally.coordination;

import static nl.wally.shared.Words.words;

import nl.wally.conformance.Canonicals;
import nl.wally.shared.References;
import nl.wally.shared.Words;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Reference;

/** What a page reads off a meeting. */
final class Meetings {
    private Meetings() {}

    /** The practice that meets, for instance {@code Organization/practice-1}. */
    static String practice(Appointment meeting) {
        Extension practice = meeting.getExtensionByUrl(Canonicals.EXTENSION_PRACTICE);
        return practice == null ? "" : References.key((Reference) practice.getValue());
    }

    static Words says(AppointmentStatus status) {
        return switch (status) {
            case PROPOSED -> words("Proposed");
            case FULFILLED -> words("Held");
            case NOSHOW -> words("Somebody did not come");
            case CANCELLED -> words("Called off");
            default -> words("Planned");
        };
    }
}
