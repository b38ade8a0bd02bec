package nl.wally.routing;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import nl.wally.team.CurrentTeam;
import nl.wally.team.Teams;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.springframework.stereotype.Component;

/** Looks up who of a team is there: who has left holds no place any more, whatever the team says. */
@Component
public class Receivers {
    private final Teams teams;

    Receivers(Teams teams) {
        this.teams = teams;
    }

    /** The team with who is present at this moment. */
    public TeamNow of(CurrentTeam team, Instant at) {
        return of(team, teams::role, at);
    }

    /** The same with people from elsewhere: as they will be, or as they were read before. */
    public TeamNow of(CurrentTeam team, Function<String, Optional<PractitionerRole>> people, Instant at) {
        return new TeamNow(
                member(team.contact(), people, at),
                member(team.substitute(), people, at),
                member(team.coach(), people, at),
                team.wayOfWorking());
    }

    private Optional<TeamNow.Member> member(
            Optional<String> reference, Function<String, Optional<PractitionerRole>> people, Instant at) {
        return reference.flatMap(key -> people.apply(key)
                .filter(role -> teams.isEmployed(role, at))
                .map(role -> new TeamNow.Member(key, teams.isPresent(role, at), standIn(role, people, at))));
    }

    private Optional<TeamNow.StandIn> standIn(
            PractitionerRole absent, Function<String, Optional<PractitionerRole>> people, Instant at) {
        return teams.standIn(absent, at)
                .flatMap(key -> people.apply(key)
                        .filter(role -> teams.isEmployed(role, at))
                        .map(role -> new TeamNow.StandIn(key, teams.isPresent(role, at))));
    }
}
