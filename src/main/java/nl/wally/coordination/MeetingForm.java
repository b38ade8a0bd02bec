package nl.wally.coordination;

import static nl.wally.shared.Words.words;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import nl.wally.conformance.Canonicals;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.Appointment.ParticipationStatus;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Reference;

/** When practice and Wally meet, and who comes (W-11). */
final class MeetingForm {
    static final String DAY = "day";
    static final String BEGINS = "begins";
    static final String ENDS = "ends";
    static final String DOCTORS = "doctors";
    static final String WALLIES = "wallies";

    private MeetingForm() {}

    /** When it is planned now. */
    static Form of(Appointment meeting, ZoneId zone, Form form) {
        var start = meeting.getStart().toInstant().atZone(zone);
        var end = meeting.getEnd().toInstant().atZone(zone);
        return form.with(DAY, start.toLocalDate().toString())
                .with(BEGINS, start.toLocalTime().toString())
                .with(ENDS, end.toLocalTime().toString());
    }

    /** Puts the time that was filled in into a meeting, and says at the fields what is wrong with it. */
    static void applyTime(Form form, Appointment meeting, ZoneId zone) {
        Optional<LocalDate> day = form.day(DAY);
        Optional<LocalTime> begins = form.time(BEGINS);
        Optional<LocalTime> ends = form.time(ENDS);
        if (begins.isPresent() && ends.isPresent() && !begins.get().isBefore(ends.get())) {
            form.reject(ENDS, words("The meeting ends before it begins."));
        }
        if (form.isGood()) {
            meeting.setStartElement(moment(day.orElseThrow(), begins.orElseThrow(), zone));
            meeting.setEndElement(moment(day.orElseThrow(), ends.orElseThrow(), zone));
        }
    }

    /**
     * A new meeting.
     *
     * @param doctors whom one can choose in the practice
     * @param wallies whom one can choose in its team
     */
    static Appointment begin(Form form, String practice, List<Choice> doctors, List<Choice> wallies, ZoneId zone) {
        Appointment meeting = new Appointment().setStatus(AppointmentStatus.BOOKED);
        meeting.addExtension(new Extension(Canonicals.EXTENSION_PRACTICE, new Reference(practice)));
        applyTime(form, meeting, zone);
        join(form, DOCTORS, doctors, meeting);
        join(form, WALLIES, wallies, meeting);
        return meeting;
    }

    private static void join(Form form, String field, List<Choice> people, Appointment meeting) {
        List<Choice> chosen =
                people.stream().filter(one -> form.has(field, one.value())).toList();
        if (chosen.isEmpty()) {
            form.reject(field, words("Choose at least one person."));
        }
        chosen.forEach(one -> meeting.addParticipant()
                .setActor(new Reference("PractitionerRole/" + one.value()))
                .setStatus(ParticipationStatus.ACCEPTED));
    }

    private static InstantType moment(LocalDate day, LocalTime time, ZoneId zone) {
        Instant moment = day.atTime(time).atZone(zone).toInstant();
        InstantType type = new InstantType(Date.from(moment));
        type.setTimeZone(TimeZone.getTimeZone(zone));
        return type;
    }
}
