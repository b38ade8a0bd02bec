package nl.wally.meeting;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import nl.wally.fhir.Custodies;
import nl.wally.fhir.Pipeline;
import nl.wally.fhir.Submission;
import nl.wally.shared.References;
import nl.wally.team.Teams;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.CareTeam;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Looks which meetings are near and which have to be planned, on one node at a time; each is then reminded of in a
 * transaction of its own, under its lock, and only when nobody has been yet.
 */
@Component
class MeetingSweep {
    private static final Logger LOG = LoggerFactory.getLogger(MeetingSweep.class);

    private final Custodies custodies;
    private final Meetings meetings;
    private final Reminders reminders;
    private final Teams teams;
    private final Pipeline pipeline;
    private final Clock clock;

    MeetingSweep(
            Custodies custodies, Meetings meetings, Reminders reminders, Teams teams, Pipeline pipeline, Clock clock) {
        this.custodies = custodies;
        this.meetings = meetings;
        this.reminders = reminders;
        this.teams = teams;
        this.pipeline = pipeline;
        this.clock = clock;
    }

    /** Looks once; does nothing when another node is looking. */
    void run() {
        custodies.alone("meeting-sweep", this::sweep);
    }

    private void sweep() {
        Instant now = clock.instant();
        for (Appointment meeting : meetings.planned(now)) {
            if (reminders.isNear(meeting, now)) {
                remind(References.key(meeting), now);
            }
        }
        for (CareTeam team : teams.active()) {
            String practice = References.key(team.getManagingOrganizationFirstRep());
            if (!reminders.due(team, () -> meetings.of(practice), now).equals(Reminders.told(team))) {
                remind(References.key(team), now);
            }
        }
    }

    private void remind(String reference, Instant now) {
        try {
            pipeline.submit(Submission.ofSystem(now, List.of(reference)));
        } catch (RuntimeException stumbled) {
            // One that cannot be reminded of must not keep the others from it; the next sweep tries again.
            LOG.error("Nobody could be reminded of {}", reference, stumbled);
        }
    }
}
