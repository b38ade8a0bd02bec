package nl.wally.routing;

import java.time.Instant;
import java.util.Optional;
import nl.wally.team.CurrentTeam;
import nl.wally.team.Teams;
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
        return new TeamNow(
                member(team.contact(), at),
                member(team.substitute(), at),
                member(team.coach(), at),
                team.wayOfWorking());
    }

    private Optional<TeamNow.Member> member(Optional<String> reference, Instant at) {
        return reference.flatMap(key -> teams.role(key)
                .filter(role -> teams.isEmployed(role, at))
                .map(role -> new TeamNow.Member(key, teams.isPresent(role, at))));
    }
}
