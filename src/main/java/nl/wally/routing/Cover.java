package nl.wally.routing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import java.util.function.Function;
import nl.wally.conformance.Canonicals;
import nl.wally.team.TeamProperties;
import nl.wally.team.Teams;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.springframework.stereotype.Component;

/** Whether the mark on a team tells when nobody will be there, as far ahead as {@code wally.team.absences-ahead} says. */
@Component
public class Cover {
    private final Teams teams;
    private final Receivers receivers;
    private final TeamProperties settings;

    Cover(Teams teams, Receivers receivers, TeamProperties settings) {
        this.teams = teams;
        this.receivers = receivers;
        this.settings = settings;
    }

    /** Whether the mark of this team is not as it should be at this moment. */
    public boolean isOutdated(CareTeam team, Function<String, Optional<PractitionerRole>> people, Instant now) {
        List<Uncovered> told = told(team);
        return !told.equals(ahead(team, told, people, now));
    }

    /**
     * When nobody will be there.
     *
     * @param told what was said before of the same
     */
    List<Uncovered> ahead(
            CareTeam team, List<Uncovered> told, Function<String, Optional<PractitionerRole>> people, Instant now) {
        return CoverRules.carriedOn(told, foresee(team, people, now, now.plus(settings.absencesAhead())), now);
    }

    /**
     * When nobody of a team will be there, however far ahead, if these are its people: by the rule that marks the team once
     * they are.
     */
    public List<Uncovered> foresee(
            CareTeam team, Function<String, Optional<PractitionerRole>> people, Instant now, Instant horizon) {
        Function<Instant, TeamNow> then = moment -> receivers.of(teams.current(team, moment), people, moment);
        return CoverRules.ahead(teams.turns(team, people), then, now, horizon);
    }

    /** What a team says of it. */
    static List<Uncovered> told(CareTeam team) {
        return team.getExtension().stream()
                .filter(extension -> Canonicals.EXTENSION_NOBODY_THERE.equals(extension.getUrl()))
                .map(Extension::getValue)
                .filter(Period.class::isInstance)
                .map(value -> Uncovered.of((Period) value))
                .toList();
    }

    /** Has a team say so; the client's word does not count. */
    void mark(CareTeam team, List<Uncovered> times) {
        team.getExtension().removeIf(extension -> Canonicals.EXTENSION_NOBODY_THERE.equals(extension.getUrl()));
        times.forEach(time -> team.addExtension(
                Canonicals.EXTENSION_NOBODY_THERE, time.period(TimeZone.getTimeZone(settings.zone()))));
    }
}
