package nl.wally.coordination;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.Problem;
import nl.wally.shared.References;
import nl.wally.shared.RefusedException;
import nl.wally.team.CurrentTeam;
import nl.wally.team.Teams;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.Organization;
import org.springframework.stereotype.Component;

/** Finds the practices whose teams the coordinator keeps; others are not there. */
@Component
class Practices {
    private final Region region;
    private final Teams teams;
    private final Days days;

    Practices(Region region, Teams teams, Days days) {
        this.region = region;
        this.teams = teams;
        this.days = days;
    }

    /** One of them, with the team in force or, without one, another that is active. */
    Practice find(String id) {
        String reference = "Organization/" + id;
        List<CareTeam> found =
                region.all(CareTeam.class, Map.of("managing-organization", reference, "status", "active"));
        CareTeam team = found.stream()
                .filter(one -> teams.isInForce(one, days.now()))
                .findFirst()
                .or(() -> found.stream().findFirst())
                .orElseThrow(() -> new RefusedException(Problem.NOT_FOUND));
        Organization organization = region.byId(Organization.class, List.of(reference)).stream()
                .findFirst()
                .orElseThrow(() -> new RefusedException(Problem.NOT_FOUND));
        return new Practice(organization, team);
    }

    /** All of them, by name. */
    List<Row> all() {
        List<CareTeam> found = region.all(CareTeam.class, Map.of("status", "active"));
        Map<CareTeam, CurrentTeam> now = new HashMap<>();
        Set<String> named = new HashSet<>();
        found.forEach(team -> {
            CurrentTeam members = teams.current(team, days.now());
            now.put(team, members);
            named.add(practice(team));
            named.addAll(members.members());
        });
        AddressBook names = region.named(named);
        List<Row> rows = new ArrayList<>();
        now.forEach((team, members) -> rows.add(new Row(
                practice(team).substring(practice(team).indexOf('/') + 1),
                names.name(practice(team)),
                name(members.contact(), names),
                name(members.substitute(), names),
                team.hasExtension(Canonicals.EXTENSION_GAP),
                team.hasExtension(Canonicals.EXTENSION_NOBODY_THERE),
                team.hasExtension(Canonicals.EXTENSION_MEETING_DUE))));
        rows.sort(Comparator.comparing(Row::name).thenComparing(Row::id));
        return rows;
    }

    /** The practices in whose team somebody has a place now, and which it is. */
    List<Held> heldBy(String role) {
        List<CareTeam> found = region.all(CareTeam.class, Map.of("participant", role, "status", "active"));
        AddressBook names = region.named(found.stream().map(Practices::practice).toList());
        return found.stream()
                .flatMap(team -> places(team, role)
                        .map(place -> new Held(
                                practice(team).substring(practice(team).indexOf('/') + 1),
                                names.name(practice(team)),
                                place)))
                .sorted(Comparator.comparing(Held::name).thenComparing(Held::place))
                .toList();
    }

    private Stream<String> places(CareTeam team, String role) {
        return PlaceForm.PLACES.stream()
                .filter(place -> PlaceForm.holders(team, place, days.now(), days.zone()).stream()
                        .anyMatch(holder -> References.key(holder.getMember()).equals(role)));
    }

    private static String name(Optional<String> member, AddressBook names) {
        return member.map(names::name).orElse("");
    }

    private static String practice(CareTeam team) {
        return References.key(team.getManagingOrganizationFirstRep());
    }

    /**
     * A practice in a list.
     *
     * @param contact the fixed Wally; empty for none
     * @param alone whether all are or will be away at once
     * @param due whether a meeting has to be planned
     */
    record Row(String id, String name, String contact, String substitute, boolean gap, boolean alone, boolean due) {}

    /** A place that somebody has in the team of a practice: a code of {@code waw-team-role}. */
    record Held(String id, String name, String place) {}
}
