package nl.wally.team;

import java.time.Clock;
import nl.wally.fhir.Presence;
import org.springframework.stereotype.Component;

/** Presence at this moment, for whoever decides what a stand-in may see. */
@Component
class PresentNow implements Presence {
    private final Teams teams;
    private final Clock clock;

    PresentNow(Teams teams, Clock clock) {
        this.teams = teams;
        this.clock = clock;
    }

    @Override
    public boolean isPresent(String role) {
        return teams.isPresent(role, clock.instant());
    }

    @Override
    public boolean belongsTo(String member, String practice) {
        return teams.current(practice, clock.instant())
                .filter(team -> team.members().contains(member)
                        || team.coordination().filter(member::equals).isPresent())
                .isPresent();
    }
}
