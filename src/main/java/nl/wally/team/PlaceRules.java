package nl.wally.team;

import static nl.wally.shared.Words.words;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.Codes;
import nl.wally.shared.Problem;
import nl.wally.shared.References;
import nl.wally.shared.Refusal;
import nl.wally.shared.Words;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.CareTeam.CareTeamParticipantComponent;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.jspecify.annotations.Nullable;

/**
 * Who may hold which place in a practice's team: contact and substitute are Wallies, where the practices are divided (way
 * of working C) possibly coaches, and the coach is a coach. Nobody who has left takes a place.
 */
final class PlaceRules {
    private static final String WALLY = "wally";
    private static final String COACH = "wellbeing-coach";

    private final TeamRules teams;
    private final PresenceRules presence;

    PlaceRules(TeamRules teams, PresenceRules presence) {
        this.teams = teams;
        this.presence = presence;
    }

    /**
     * Why this team is refused, if it is; places that are over stay as they were.
     *
     * @param people the roles that the team names, as they will be, by their reference
     */
    Optional<Refusal> judge(
            @Nullable CareTeam before, CareTeam after, Map<String, PractitionerRole> people, Instant now) {
        WayOfWorking way = WayOfWorking.of(after);
        for (TeamRole place : TeamRules.PLACES) {
            for (CareTeamParticipantComponent holder :
                    TeamRules.holders(after, place).toList()) {
                PractitionerRole person = people.get(References.key(holder.getMember()));
                if (person == null || teams.isOver(holder, now)) {
                    continue;
                }
                if (fitting(place, way).stream()
                        .noneMatch(code -> Codes.anyHas(person.getCode(), Canonicals.SYSTEM_ROLE, code))) {
                    return refuse(words(
                            "In way of working {0} the {1} is a person with role code {2}",
                            way,
                            place.code(),
                            Words.anyOf(fitting(place, way).stream().sorted().toList())));
                }
                if (presence.hasLeft(person, now) && (before == null || !names(before, place, holder))) {
                    return refuse(
                            words("Who has left takes no place in a team: name a PractitionerRole that is active and"
                                    + " whose period has not ended"));
                }
            }
        }
        return Optional.empty();
    }

    private static Set<String> fitting(TeamRole place, WayOfWorking way) {
        if (place == TeamRole.COACH) {
            return Set.of(COACH);
        }
        return way == WayOfWorking.C ? Set.of(WALLY, COACH) : Set.of(WALLY);
    }

    private static boolean names(CareTeam team, TeamRole place, CareTeamParticipantComponent holder) {
        String key = References.key(holder.getMember());
        return TeamRules.holders(team, place)
                .anyMatch(known -> References.key(known.getMember()).equals(key));
    }

    private static Optional<Refusal> refuse(Words why) {
        return Optional.of(new Refusal(Problem.PROFILE_VIOLATION, "CareTeam.participant", why));
    }
}
