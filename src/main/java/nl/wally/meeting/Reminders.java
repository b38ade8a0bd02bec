package nl.wally.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.References;
import nl.wally.team.TeamProperties;
import nl.wally.team.Teams;
import nl.wally.team.WorkingCalendar;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.CareTeam.CareTeamParticipantComponent;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Period;
import org.springframework.stereotype.Component;

/** Whether both sides have to be reminded now: to plan a meeting, or of one that is near (W-11). */
@Component
class Reminders {
    private final Teams teams;
    private final WorkingCalendar calendar;
    private final TeamProperties team;
    private final MeetingProperties settings;

    Reminders(Teams teams, WorkingCalendar calendar, TeamProperties team, MeetingProperties settings) {
        this.teams = teams;
        this.calendar = calendar;
        this.team = team;
        this.settings = settings;
    }

    /** By when a team whose quarter is nearly over, or has been, must meet; empty while there is nothing to say. */
    Optional<LocalDate> due(CareTeam practiceTeam, Supplier<List<Appointment>> meetings, Instant now) {
        if (!teams.isInForce(practiceTeam, now)) {
            return Optional.empty();
        }
        return DueRules.due(meetings.get(), began(practiceTeam), now, team.zone())
                .filter(day ->
                        !now.isBefore(day.atStartOfDay(team.zone()).toInstant().minus(settings.planAhead())));
    }

    /** What the team says of it now. */
    static Optional<LocalDate> told(CareTeam practiceTeam) {
        return practiceTeam.getExtensionsByUrl(Canonicals.EXTENSION_MEETING_DUE).stream()
                .findFirst()
                .map(Extension::getValue)
                .map(value -> LocalDate.parse(value.primitiveValue()));
    }

    /** Has the team say so; the client's word does not count. */
    static void mark(CareTeam practiceTeam, Optional<LocalDate> due) {
        practiceTeam.getExtension().removeIf(extension -> Canonicals.EXTENSION_MEETING_DUE.equals(extension.getUrl()));
        due.ifPresent(day -> practiceTeam.addExtension(Canonicals.EXTENSION_MEETING_DUE, new DateType(day.toString())));
    }

    /** Whether a planned meeting is near enough to be reminded of, and nobody has been yet. */
    boolean isNear(Appointment meeting, Instant now) {
        return MeetingRules.isPlanned(meeting, now)
                && !meeting.hasExtension(Canonicals.EXTENSION_REMINDED)
                && !calendar.plusWorkingDays(now, settings.remindBefore())
                        .isBefore(meeting.getStart().toInstant());
    }

    /** When the first place in it was taken, where it does not say since when it has been there. */
    private Optional<LocalDate> began(CareTeam practiceTeam) {
        Stream<Period> places = practiceTeam.getParticipant().stream()
                .filter(CareTeamParticipantComponent::hasPeriod)
                .filter(participant -> References.key(participant.getMember()).startsWith("PractitionerRole/"))
                .map(CareTeamParticipantComponent::getPeriod);
        return (practiceTeam.hasPeriod() ? Stream.of(practiceTeam.getPeriod()) : places)
                .filter(Period::hasStart)
                .map(period -> period.getStart().toInstant().atZone(team.zone()).toLocalDate())
                .min(Comparator.naturalOrder());
    }
}
