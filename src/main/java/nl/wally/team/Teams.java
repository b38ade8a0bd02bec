package nl.wally.team;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.wally.fhir.Criteria;
import nl.wally.fhir.Store;
import nl.wally.shared.References;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.CareTeam.CareTeamStatus;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.springframework.stereotype.Component;

/** Looks up teams and their members as they are stored now. */
@Component
public class Teams {
    private final Store store;
    private final TeamRules rules;
    private final PresenceRules presence;
    private final GapRules gaps;
    private final Clock clock;

    Teams(Store store, TeamRules rules, PresenceRules presence, GapRules gaps, Clock clock) {
        this.store = store;
        this.rules = rules;
        this.presence = presence;
        this.gaps = gaps;
        this.clock = clock;
    }

    /**
     * The team of a practice, for instance {@code Organization/practice-1}: the one in force now, otherwise one that is
     * active outside its period; empty when it has none.
     */
    public Optional<CareTeam> ofPractice(String practice) {
        return ofPractice(practice, clock.instant());
    }

    private Optional<CareTeam> ofPractice(String practice, Instant at) {
        List<CareTeam> active = activeOf(practice);
        return active.stream()
                .filter(team -> rules.inForce(team, at))
                .findFirst()
                .or(() -> active.stream().findFirst());
    }

    /** The active teams of a practice, also those whose period is over or still has to come. */
    public List<CareTeam> activeOf(String practice) {
        return store.referring(CareTeam.class, practice, "CareTeam.managingOrganization").stream()
                .filter(team -> team.getStatus() == CareTeamStatus.ACTIVE)
                .toList();
    }

    /** All teams that are active, of whatever practice, also those whose period is over or still has to come. */
    public List<CareTeam> active() {
        return store.find(CareTeam.class, Criteria.code("status", "active"));
    }

    /** The teams that name somebody, or an organisation, now or ever. */
    List<CareTeam> with(String participant) {
        return store.referring(CareTeam.class, participant, "CareTeam.participant.member");
    }

    Optional<CareTeam> team(String reference) {
        return reference.startsWith("CareTeam/") ? store.read(reference, CareTeam.class) : Optional.empty();
    }

    /** The moments at which somebody of this team comes or goes, or the team itself: between two of them nothing changes. */
    public SortedSet<Instant> turns(CareTeam team, Function<String, Optional<PractitionerRole>> people) {
        SortedSet<Instant> turns = new TreeSet<>(rules.turns(team));
        rules.holders(team)
                .forEach(holder -> people.apply(holder).ifPresent(role -> {
                    turns.addAll(presence.turns(role));
                    presence.standIns(role)
                            .forEach(named ->
                                    people.apply(named).ifPresent(standIn -> turns.addAll(presence.turns(standIn))));
                }));
        return turns;
    }

    /** Whether this team is the practice's at this moment. */
    public boolean isInForce(CareTeam team, Instant at) {
        return rules.inForce(team, at);
    }

    /** Who was contact, substitute or coach in one of these teams and is not any more, and when their last place ended. */
    public Map<String, Instant> former(List<CareTeam> practiceTeams, Instant at) {
        return rules.former(practiceTeams, at);
    }

    /** Everybody who has a place in a team that the coordinator of this organisation looks after now. */
    public Set<String> membersUnder(String organization, Instant at) {
        return with(organization).stream()
                .map(team -> rules.currentTeam(team, at))
                .filter(team -> team.coordination().filter(organization::equals).isPresent())
                .flatMap(team -> team.members().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether an absence with which it was agreed that the open referrals are handed over is on. */
    public boolean handsOver(PractitionerRole role, Instant at) {
        return presence.handsOver(role, at);
    }

    /** Who was named to stand in during the absence that somebody is on now; empty: the fixed substitute does, if any. */
    public Optional<String> standIn(PractitionerRole role, Instant at) {
        return presence.standIn(role, at);
    }

    /** When somebody who is away now is there again; empty when nobody knows. */
    public Optional<Instant> backAt(PractitionerRole role, Instant at) {
        return presence.turns(role).stream()
                .filter(turn -> turn.isAfter(at) && presence.isPresent(role, turn))
                .min(Instant::compareTo);
    }

    /** Whether an absence of somebody is still entered that is over. */
    public boolean hasPastAbsence(PractitionerRole role, Instant at) {
        return presence.hasPastAbsence(role, at);
    }

    /** Whether the mark of a gap in this team is not as it should be at this moment. */
    public boolean gapIsOutdated(CareTeam team, Function<String, Optional<PractitionerRole>> people, Instant at) {
        return gaps.isOutdated(team, people, at);
    }

    /** Who is in the team of a practice at this moment; empty when it has no team. */
    public Optional<CurrentTeam> current(String practice, Instant at) {
        return ofPractice(practice, at).map(team -> rules.currentTeam(team, at));
    }

    /** Who is in this team at this moment. */
    public CurrentTeam current(CareTeam team, Instant at) {
        return rules.currentTeam(team, at);
    }

    /** A member, for instance {@code PractitionerRole/wally-1}. */
    public Optional<PractitionerRole> role(String reference) {
        return store.read(reference, PractitionerRole.class);
    }

    /** Whether somebody is present; nobody who is not known is. */
    public boolean isPresent(String reference, Instant at) {
        return role(reference).filter(role -> presence.isPresent(role, at)).isPresent();
    }

    /** Whether somebody who is known here has not left; who is away still belongs here. */
    public boolean isEmployed(PractitionerRole role, Instant at) {
        return presence.isEmployed(role, at);
    }

    /** Whether somebody is present. */
    public boolean isPresent(PractitionerRole role, Instant at) {
        return presence.isPresent(role, at);
    }

    /** Whether the coordinator of this organisation looks after the team of that practice. */
    public boolean coordinates(String organization, String practice, Instant at) {
        return current(practice, at)
                .flatMap(CurrentTeam::coordination)
                .filter(organization::equals)
                .isPresent();
    }

    /** The organisations for which a person, for instance {@code Practitioner/wally-1}, works or worked. */
    List<String> employers(String person) {
        return store.referring(PractitionerRole.class, person, "PractitionerRole.practitioner").stream()
                .map(role -> References.key(role.getOrganization()))
                .distinct()
                .toList();
    }

    /** The organisation that somebody works for; empty when nobody knows. */
    public Optional<String> organizationOf(String reference) {
        return role(reference).map(role -> References.key(role.getOrganization()));
    }
}
