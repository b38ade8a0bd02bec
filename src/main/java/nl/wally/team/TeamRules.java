package nl.wally.team;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.Codes;
import nl.wally.shared.References;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.CareTeam.CareTeamParticipantComponent;
import org.hl7.fhir.r4.model.CareTeam.CareTeamStatus;
import org.hl7.fhir.r4.model.Period;

/** Who is in a practice's team (W-1): participants whose period covers the moment, of a team that is in force. */
final class TeamRules {
    /** What people are in a team. */
    static final List<TeamRole> PLACES = List.of(TeamRole.CONTACT, TeamRole.SUBSTITUTE, TeamRole.COACH);

    private final ZoneId zone;

    /** Rules for periods that are given in days of this zone. */
    public TeamRules(ZoneId zone) {
        this.zone = zone;
    }

    /** Everybody who is in the team at this moment; who coordinated it last goes on to, so that it is somebody's. */
    public CurrentTeam currentTeam(CareTeam team, Instant at) {
        return new CurrentTeam(
                member(team, TeamRole.CONTACT, at),
                member(team, TeamRole.SUBSTITUTE, at),
                member(team, TeamRole.COACH, at),
                member(team, TeamRole.COORDINATION, at).or(() -> coordination(team)),
                WayOfWorking.of(team));
    }

    /** Who has this role in the team at this moment; the first, should there be two. */
    public Optional<String> member(CareTeam team, TeamRole role, Instant at) {
        if (!inForce(team, at)) {
            return Optional.empty();
        }
        return holders(team, role)
                .filter(participant -> covers(participant, at))
                .map(participant -> References.key(participant.getMember()))
                .filter(key -> !key.isEmpty())
                .findFirst();
    }

    /** The organisation whose coordinator looks after the team or, once it has ended, did so last. */
    static Optional<String> coordination(CareTeam team) {
        return holders(team, TeamRole.COORDINATION)
                .map(participant -> References.key(participant.getMember()))
                .filter(key -> !key.isEmpty())
                .findFirst();
    }

    /** The first of contact, substitute and coach that two participants are at the same moment, whenever that is. */
    Optional<TeamRole> heldTwice(CareTeam team) {
        return PLACES.stream()
                .filter(role -> anyOverlap(holders(team, role)
                        .map(participant -> participant.hasPeriod() ? participant.getPeriod() : new Period())
                        .toList()))
                .findFirst();
    }

    /** Whether both are in force at some moment. */
    boolean meet(CareTeam team, CareTeam other) {
        return isActive(team)
                && isActive(other)
                && anyOverlap(Stream.of(team, other)
                        .map(one -> one.hasPeriod() ? one.getPeriod() : new Period())
                        .toList());
    }

    /**
     * Who was contact, substitute or coach in one of these teams of a practice and has no place in any of them any more, and
     * when the last one ended: with its own period, or with the team's. A team that was taken out of use ended just now.
     */
    Map<String, Instant> former(List<CareTeam> practiceTeams, Instant at) {
        Map<String, Instant> ended = new HashMap<>();
        Set<String> current = new HashSet<>();
        for (CareTeam team : practiceTeams) {
            current.addAll(currentTeam(team, at).members());
            Instant teamEnd =
                    !isActive(team) ? at : team.hasPeriod() ? Periods.end(team.getPeriod(), zone) : Instant.MAX;
            for (TeamRole place : PLACES) {
                holders(team, place).forEach(holder -> {
                    Instant own = holder.hasPeriod() ? Periods.end(holder.getPeriod(), zone) : Instant.MAX;
                    Instant end = own.isBefore(teamEnd) ? own : teamEnd;
                    if (!end.isAfter(at)) {
                        ended.merge(
                                References.key(holder.getMember()),
                                end,
                                (one, other) -> one.isAfter(other) ? one : other);
                    }
                });
            }
        }
        ended.keySet().removeAll(current);
        return ended;
    }

    /** Who holds, held or will hold a place. */
    Set<String> holders(CareTeam team) {
        return PLACES.stream()
                .flatMap(place -> holders(team, place))
                .map(holder -> References.key(holder.getMember()))
                .filter(key -> !key.isEmpty())
                .collect(Collectors.toSet());
    }

    /** When the team, or a place in it, begins or ends. */
    List<Instant> turns(CareTeam team) {
        Stream<Period> ofPlaces = PLACES.stream()
                .flatMap(place -> holders(team, place))
                .filter(CareTeamParticipantComponent::hasPeriod)
                .map(CareTeamParticipantComponent::getPeriod);
        return Stream.concat(team.hasPeriod() ? Stream.of(team.getPeriod()) : Stream.of(), ofPlaces)
                .flatMap(period -> Periods.turns(period, zone))
                .toList();
    }

    /** Whether somebody's place in a team belongs to the past. */
    boolean isOver(CareTeamParticipantComponent participant, Instant at) {
        return participant.hasPeriod()
                && Periods.end(participant.getPeriod(), zone).compareTo(at) <= 0;
    }

    boolean inForce(CareTeam team, Instant at) {
        return isActive(team) && Periods.covers(team.hasPeriod() ? team.getPeriod() : null, at, zone);
    }

    private static boolean isActive(CareTeam team) {
        return !team.hasStatus() || team.getStatus() == CareTeamStatus.ACTIVE;
    }

    static Stream<CareTeamParticipantComponent> holders(CareTeam team, TeamRole role) {
        return team.getParticipant().stream()
                .filter(participant -> Codes.anyHas(participant.getRole(), Canonicals.SYSTEM_TEAM_ROLE, role.code()));
    }

    private boolean anyOverlap(List<Period> periods) {
        return IntStream.range(0, periods.size())
                .anyMatch(one -> periods.subList(one + 1, periods.size()).stream()
                        .anyMatch(other -> Periods.overlap(periods.get(one), other, zone)));
    }

    private boolean covers(CareTeamParticipantComponent participant, Instant at) {
        return Periods.covers(participant.hasPeriod() ? participant.getPeriod() : null, at, zone);
    }
}
