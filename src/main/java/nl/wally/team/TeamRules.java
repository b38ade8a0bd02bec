package nl.wally.team;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.Codes;
import nl.wally.shared.References;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.CareTeam.CareTeamParticipantComponent;
import org.hl7.fhir.r4.model.CareTeam.CareTeamStatus;

/** Who is in a practice's team (W-1): participants whose period covers the moment, of a team that is in force. */
final class TeamRules {
    private final ZoneId zone;

    /** Rules for periods that are given in days of this zone. */
    public TeamRules(ZoneId zone) {
        this.zone = zone;
    }

    /** Everybody who is in the team at this moment. */
    public CurrentTeam currentTeam(CareTeam team, Instant at) {
        return new CurrentTeam(
                member(team, TeamRole.CONTACT, at),
                member(team, TeamRole.SUBSTITUTE, at),
                member(team, TeamRole.COACH, at),
                member(team, TeamRole.COORDINATION, at),
                WayOfWorking.of(team));
    }

    /** Who has this role in the team at this moment; the first, should there be two. */
    public Optional<String> member(CareTeam team, TeamRole role, Instant at) {
        if (!inForce(team, at)) {
            return Optional.empty();
        }
        return team.getParticipant().stream()
                .filter(participant -> Codes.anyHas(participant.getRole(), Canonicals.SYSTEM_TEAM_ROLE, role.code()))
                .filter(participant -> covers(participant, at))
                .map(participant -> References.key(participant.getMember()))
                .filter(key -> !key.isEmpty())
                .findFirst();
    }

    private boolean inForce(CareTeam team, Instant at) {
        boolean active = !team.hasStatus() || team.getStatus() == CareTeamStatus.ACTIVE;
        return active && Periods.covers(team.hasPeriod() ? team.getPeriod() : null, at, zone);
    }

    private boolean covers(CareTeamParticipantComponent participant, Instant at) {
        return Periods.covers(participant.hasPeriod() ? participant.getPeriod() : null, at, zone);
    }
}
