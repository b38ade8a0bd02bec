package nl.wally.meeting;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import nl.wally.fhir.Change;
import nl.wally.fhir.Criteria;
import nl.wally.fhir.Store;
import nl.wally.fhir.Submission;
import nl.wally.shared.References;
import org.hl7.fhir.r4.model.Appointment;
import org.springframework.stereotype.Component;

/** Looks up meetings. */
@Component
class Meetings {
    private final Store store;

    Meetings(Store store) {
        this.store = store;
    }

    /** All of a practice, as they are stored. */
    List<Appointment> of(String practice) {
        return store.find(Appointment.class, Criteria.reference("practice", practice));
    }

    /** The same as they will be when this submission is stored. */
    List<Appointment> of(Submission submission, String practice) {
        Stream<Appointment> stored = of(practice).stream()
                .filter(meeting -> submission.change(References.key(meeting)).isEmpty());
        Stream<Appointment> sent = submission
                .changesOf(Appointment.class)
                .map(Change::after)
                .map(Appointment.class::cast)
                .filter(meeting -> MeetingRules.practice(meeting).equals(practice));
        return Stream.concat(stored, sent).toList();
    }

    /** Those of all practices that are planned from now on; what nobody closed afterwards does not count. */
    List<Appointment> planned(Instant now) {
        return store.find(
                Appointment.class, Criteria.code("status", "proposed", "booked").andFrom("date", now));
    }
}
