package nl.wally.routing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.wally.fhir.Change;
import nl.wally.fhir.Stage;
import nl.wally.fhir.Step;
import nl.wally.fhir.Submission;
import nl.wally.notification.Event;
import nl.wally.notification.Events;
import nl.wally.shared.Caller.Capacity;
import nl.wally.shared.References;
import nl.wally.team.ComingDirectory;
import nl.wally.team.Teams;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.springframework.stereotype.Component;

/**
 * Says on a team when nobody will be there to receive its referrals, and tells the coordinator before that begins: as soon as
 * a team or an absence of one of its people is entered, and when time passes. Each time is told once, and again when it
 * changes. Whom somebody of the team named to stand in may have a place elsewhere only: their absences are found as time
 * passes.
 */
@Component
class CoverStep implements Step {
    private final ComingDirectory directory;
    private final Teams teams;
    private final Cover cover;
    private final Events events;

    CoverStep(ComingDirectory directory, Teams teams, Cover cover, Events events) {
        this.directory = directory;
        this.teams = teams;
        this.cover = cover;
        this.events = events;
    }

    @Override
    public Stage stage() {
        return Stage.FOLLOW;
    }

    @Override
    public void run(Submission submission) {
        for (Change change : submission.requested()) {
            if (change.after() instanceof CareTeam team) {
                List<Uncovered> told = change.before() instanceof CareTeam before ? Cover.told(before) : List.of();
                List<Uncovered> ahead = ahead(submission, team, told);
                cover.mark(team, ahead);
                tell(submission, change.reference(), team, told, ahead);
            }
        }
        Stream<CareTeam> following = submission.requested().stream()
                .filter(change -> change.after() instanceof PractitionerRole && change.before() != null)
                .flatMap(change -> directory.teamsWith(submission, change.reference()).stream());
        Stream<CareTeam> due = submission.caller().capacity() == Capacity.SYSTEM
                ? submission.fetched().stream().flatMap(reference -> directory.team(submission, reference).stream())
                : Stream.empty();
        Map<String, CareTeam> concerned = new HashMap<>();
        Stream.concat(following, due).forEach(team -> concerned.put(References.key(team), team));
        concerned.values().forEach(team -> follow(submission, team));
    }

    private void follow(Submission submission, CareTeam team) {
        List<Uncovered> told = Cover.told(team);
        List<Uncovered> ahead = ahead(submission, team, told);
        if (!told.equals(ahead)) {
            CareTeam marked = team.copy();
            cover.mark(marked, ahead);
            submission.update(team, marked);
            tell(submission, References.key(team), marked, told, ahead);
        }
    }

    private List<Uncovered> ahead(Submission submission, CareTeam team, List<Uncovered> told) {
        // Everybody is asked after at each moment at which somebody comes or goes.
        Map<String, Optional<PractitionerRole>> known = new HashMap<>();
        Function<String, Optional<PractitionerRole>> people =
                reference -> known.computeIfAbsent(reference, one -> directory.role(submission, one));
        return cover.ahead(team, told, people, submission.now());
    }

    private void tell(
            Submission submission, String reference, CareTeam team, List<Uncovered> told, List<Uncovered> ahead) {
        Optional<String> coordination = teams.current(team, submission.now()).coordination();
        List<Event> news = new ArrayList<>();
        ahead.stream()
                .filter(time -> !told.contains(time))
                .forEach(time -> news.add(new Event(
                        submission.now(),
                        Event.Kind.ABSENCES_OVERLAP,
                        reference,
                        null,
                        null,
                        new Event.Author("system", ""),
                        facts(team, time),
                        coordination.stream().toList())));
        events.note(news);
    }

    private static Map<String, String> facts(CareTeam team, Uncovered time) {
        Map<String, String> facts = new HashMap<>();
        facts.put("practice", References.key(team.getManagingOrganizationFirstRep()));
        facts.put("from", time.start().toString());
        if (!time.end().equals(Instant.MAX)) {
            facts.put("until", time.end().toString());
        }
        return facts;
    }
}
