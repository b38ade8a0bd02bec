package nl.wally.coordination;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.wally.coordination.Overview.Away;
import nl.wally.routing.Cover;
import nl.wally.routing.Uncovered;
import nl.wally.shared.References;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.springframework.stereotype.Component;

/** Says before somebody saves an absence when nobody of a team would be there because of it (W-1). */
@Component
class Warnings {
    private static final int AHEAD_IN_DAYS = 366;

    private final Region region;
    private final Staff staff;
    private final Cover cover;
    private final Days days;

    Warnings(Region region, Staff staff, Cover cover, Days days) {
        this.region = region;
        this.staff = staff;
        this.cover = cover;
        this.days = days;
    }

    /** The times that this change would bring, of every team that names the person. */
    List<Away> of(PractitionerRole before, PractitionerRole after) {
        String self = References.key(after);
        List<CareTeam> teams = region.all(CareTeam.class, Map.of("participant", self, "status", "active"));
        // Whoever is named to stand in works for the organisation, but perhaps in another team.
        AddressBook colleagues = staff.everybody();
        AddressBook names = region.named(teams.stream()
                .flatMap(team -> Stream.concat(Stream.of(practice(team)), members(team)))
                .toList());
        Function<String, Optional<PractitionerRole>> others =
                role -> names.person(role).or(() -> colleagues.person(role)).map(Person::role);
        return teams.stream()
                .flatMap(team -> {
                    List<Uncovered> already = foresee(team, before, self, others);
                    return foresee(team, after, self, others).stream()
                            .filter(time -> !already.contains(time))
                            .map(time -> away(team, names.name(practice(team)), time));
                })
                .toList();
    }

    private List<Uncovered> foresee(
            CareTeam team, PractitionerRole self, String key, Function<String, Optional<PractitionerRole>> others) {
        Instant now = days.now();
        return cover.foresee(
                team,
                role -> role.equals(key) ? Optional.of(self) : others.apply(role),
                now,
                now.plus(AHEAD_IN_DAYS, ChronoUnit.DAYS));
    }

    private Away away(CareTeam team, String name, Uncovered time) {
        boolean open = time.end().equals(Instant.MAX);
        return new Away(
                Practice.id(team),
                name,
                days.of(time.start()),
                open ? null : days.of(time.end().minusSeconds(1)));
    }

    private static Stream<String> members(CareTeam team) {
        return team.getParticipant().stream().map(holder -> References.key(holder.getMember()));
    }

    private static String practice(CareTeam team) {
        return References.key(team.getManagingOrganizationFirstRep());
    }
}
