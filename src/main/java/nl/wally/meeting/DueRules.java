package nl.wally.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Appointment;

/** By when practice and Wally have to meet again (W-11). */
final class DueRules {
    private static final int MONTHS_OF_A_QUARTER = 3;

    private DueRules() {}

    /**
     * The last day of the quarter after the last meeting or, before the first one, after the team began; empty as long as a
     * meeting is planned, or nobody knows when the team began.
     */
    static Optional<LocalDate> due(List<Appointment> meetings, Optional<LocalDate> began, Instant now, ZoneId zone) {
        if (meetings.stream().anyMatch(meeting -> MeetingRules.isPlanned(meeting, now))) {
            return Optional.empty();
        }
        return lastHeld(meetings)
                .map(meeting -> meeting.getStart().toInstant().atZone(zone).toLocalDate())
                .or(() -> began)
                .map(day -> day.plusMonths(MONTHS_OF_A_QUARTER));
    }

    /** The meeting that was held last. */
    static Optional<Appointment> lastHeld(List<Appointment> meetings) {
        return meetings.stream().filter(MeetingRules::isHeld).max(Comparator.comparing(Appointment::getStart));
    }
}
