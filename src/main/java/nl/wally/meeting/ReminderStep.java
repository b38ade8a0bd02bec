package nl.wally.meeting;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.stream.Stream;
import nl.wally.conformance.Canonicals;
import nl.wally.fhir.Change;
import nl.wally.fhir.Referrals;
import nl.wally.fhir.Stage;
import nl.wally.fhir.Step;
import nl.wally.fhir.Store;
import nl.wally.fhir.Submission;
import nl.wally.notification.Event;
import nl.wally.notification.Events;
import nl.wally.shared.Caller.Capacity;
import nl.wally.shared.References;
import nl.wally.team.ComingDirectory;
import nl.wally.team.CurrentTeam;
import nl.wally.team.TeamProperties;
import nl.wally.team.Teams;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.DateTimeType;
import org.springframework.stereotype.Component;

/**
 * Reminds practice and Wally, each once, when time passes: to plan a meeting, and of one that is near. A meeting that is
 * planned takes the mark away that one has to be.
 */
@Component
class ReminderStep implements Step {
    private final Reminders reminders;
    private final Meetings meetings;
    private final Teams teams;
    private final ComingDirectory directory;
    private final Store store;
    private final Referrals locks;
    private final Events events;
    private final TeamProperties settings;

    ReminderStep(
            Reminders reminders,
            Meetings meetings,
            Teams teams,
            ComingDirectory directory,
            Store store,
            Referrals locks,
            Events events,
            TeamProperties settings) {
        this.reminders = reminders;
        this.meetings = meetings;
        this.teams = teams;
        this.directory = directory;
        this.store = store;
        this.locks = locks;
        this.events = events;
        this.settings = settings;
    }

    @Override
    public Stage stage() {
        return Stage.FOLLOW;
    }

    @Override
    public void run(Submission submission) {
        for (Change change : submission.requested()) {
            if (change.after() instanceof CareTeam team) {
                Reminders.mark(
                        team, change.before() instanceof CareTeam before ? Reminders.told(before) : Optional.empty());
            }
            if (change.after() instanceof Appointment meeting) {
                settle(submission, meeting);
            }
        }
        if (submission.caller().capacity() == Capacity.SYSTEM) {
            submission.fetched().forEach(reference -> {
                directory.team(submission, reference).ifPresent(team -> follow(submission, team));
                store.read(reference, Appointment.class)
                        .filter(meeting -> reminders.isNear(meeting, submission.now()))
                        .ifPresent(meeting -> remind(submission, meeting));
            });
        }
    }

    /** Whoever plans a meeting writes the team as well: behind whoever writes that at the same moment. */
    private void settle(Submission submission, Appointment meeting) {
        teams.ofPractice(MeetingRules.practice(meeting))
                .filter(team -> Reminders.told(team).isPresent())
                .map(References::key)
                .ifPresent(reference -> {
                    locks.serialise("resource", reference);
                    directory.team(submission, reference).ifPresent(team -> follow(submission, team));
                });
    }

    private void follow(Submission submission, CareTeam team) {
        String practice = References.key(team.getManagingOrganizationFirstRep());
        Optional<LocalDate> due = reminders.due(team, () -> meetings.of(submission, practice), submission.now());
        Optional<LocalDate> told = Reminders.told(team);
        if (due.equals(told)) {
            return;
        }
        CareTeam marked = team.copy();
        Reminders.mark(marked, due);
        submission.update(team, marked);
        due.ifPresent(day -> events.note(List.of(event(
                submission,
                References.key(team),
                Map.of("practice", practice, "due", day.toString()),
                bothSides(submission, team, practice)))));
    }

    private void remind(Submission submission, Appointment meeting) {
        Appointment reminded = meeting.copy();
        reminded.addExtension(
                Canonicals.EXTENSION_REMINDED,
                new DateTimeType(
                        Date.from(submission.now().truncatedTo(ChronoUnit.SECONDS)),
                        ca.uhn.fhir.model.api.TemporalPrecisionEnum.SECOND,
                        TimeZone.getTimeZone(settings.zone())));
        submission.update(meeting, reminded);
        String practice = MeetingRules.practice(meeting);
        events.note(List.of(event(
                submission,
                References.key(meeting),
                Map.of(
                        "practice",
                        practice,
                        "start",
                        meeting.getStart().toInstant().toString()),
                teams.ofPractice(practice)
                        .map(team -> bothSides(submission, team, practice))
                        .orElse(List.of(practice)))));
    }

    private List<String> bothSides(Submission submission, CareTeam team, String practice) {
        CurrentTeam now = teams.current(team, submission.now());
        return Stream.concat(Stream.of(practice), now.contact().or(now::substitute).stream())
                .toList();
    }

    private static Event event(Submission submission, String focus, Map<String, String> facts, List<String> receivers) {
        return new Event(
                submission.now(),
                Event.Kind.MEETING_DUE,
                focus,
                null,
                null,
                new Event.Author("system", ""),
                facts,
                receivers);
    }
}
