package nl.wally.workflow;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import nl.wally.fhir.Custody;
import nl.wally.routing.Receivers;
import nl.wally.routing.TeamNow;
import nl.wally.team.Teams;
import nl.wally.team.WayOfWorking;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.springframework.stereotype.Component;

/** Finds out who has a referral and who should, for {@link StaffingRules}. */
@Component
class Custodian {
    private static final TeamNow NOBODY =
            new TeamNow(Optional.empty(), Optional.empty(), Optional.empty(), WayOfWorking.A);

    private final Teams teams;
    private final Receivers receivers;

    Custodian(Teams teams, Receivers receivers) {
        this.teams = teams;
        this.receivers = receivers;
    }

    /** Where the people and teams of the moment are found: in the store, or as a submission will leave them. */
    interface Source {
        Optional<PractitionerRole> role(String reference);

        /** All teams of a practice, also those that are over. */
        List<CareTeam> teamsOf(String practice);

        /** Who lost their place in a team of this practice at this very moment, without a period that says so. */
        default Set<String> removedFrom(String practice) {
            return Set.of();
        }
    }

    /**
     * Who has the referral, and what that should be judged by.
     *
     * @param flagged whether the Task says that nobody is there
     */
    StaffingFacts facts(Custody custody, boolean flagged, Source source, Instant now) {
        String practice = custody.referral().practice();
        List<CareTeam> candidates = source.teamsOf(practice);
        TeamNow team = candidates.stream()
                .filter(candidate -> teams.isInForce(candidate, now))
                .findFirst()
                .map(candidate -> receivers.of(teams.current(candidate, now), source::role, now))
                .orElse(NOBODY);
        Staffing as = new Staffing(
                Optional.of(custody.referral().owner()).filter(owner -> !owner.isEmpty()),
                custody.referral().recipients(),
                !flagged,
                custody.handedOver(),
                custody.standIns());
        Map<String, Instant> former = new HashMap<>(teams.former(candidates, now));
        source.removedFrom(practice).forEach(role -> former.putIfAbsent(role, now));
        Set<String> named = new LinkedHashSet<>(custody.referral().recipients());
        as.owner().ifPresent(named::add);
        as.handedOver().map(Custody.HandedOver::from).ifPresent(named::add);
        team.receivers().stream().map(TeamNow.Member::role).forEach(named::add);
        as.owner()
                .flatMap(source::role)
                .flatMap(role -> teams.standIn(role, now))
                .ifPresent(named::add);
        return new StaffingFacts(
                as, custody.ownerSince().orElse(Instant.MIN), team, people(named, source::role, now), former);
    }

    private Map<String, StaffingFacts.Person> people(
            Set<String> named, Function<String, Optional<PractitionerRole>> roles, Instant now) {
        Map<String, StaffingFacts.Person> people = new HashMap<>();
        for (String name : named) {
            roles.apply(name)
                    .ifPresent(role -> people.put(
                            name,
                            new StaffingFacts.Person(
                                    teams.isEmployed(role, now),
                                    teams.isPresent(role, now),
                                    teams.handsOver(role, now),
                                    teams.standIn(role, now))));
        }
        return people;
    }
}
