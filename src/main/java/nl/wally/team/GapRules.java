package nl.wally.team;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Optional;
import java.util.TimeZone;
import java.util.function.Function;
import nl.wally.conformance.Canonicals;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.jspecify.annotations.Nullable;

/** A team without a fixed contact or without a substitute has a gap, and that raises an alarm (W-1). */
final class GapRules {
    private final TeamRules teams;
    private final PresenceRules presence;

    GapRules(TeamRules teams, PresenceRules presence) {
        this.teams = teams;
        this.presence = presence;
    }

    /**
     * Whether the team lacks somebody at this moment: a place that is empty, or held by who has left. Only a team in force
     * can lack anybody.
     *
     * @param people finds the roles that the team names, by their reference
     */
    boolean isGap(CareTeam team, Function<String, Optional<PractitionerRole>> people, Instant at) {
        return teams.inForce(team, at)
                && !(isHeld(team, TeamRole.CONTACT, people, at) && isHeld(team, TeamRole.SUBSTITUTE, people, at));
    }

    /** Whether the mark of this team is not as it should be at this moment. */
    boolean isOutdated(CareTeam team, Function<String, Optional<PractitionerRole>> people, Instant at) {
        return team.hasExtension(Canonicals.EXTENSION_GAP) != isGap(team, people, at);
    }

    /**
     * The extension as it should be; the client's word does not count.
     *
     * @param before the team as stored, whose moment stays while the gap stays
     */
    static void mark(@Nullable CareTeam before, CareTeam team, boolean gap, Instant now, TimeZone zone) {
        Optional<Extension> since = Optional.ofNullable(before)
                .map(stored -> stored.getExtensionByUrl(Canonicals.EXTENSION_GAP))
                .map(Extension::copy);
        team.getExtension().removeIf(extension -> Canonicals.EXTENSION_GAP.equals(extension.getUrl()));
        if (gap) {
            team.addExtension(since.orElseGet(() -> new Extension(
                    Canonicals.EXTENSION_GAP,
                    new DateTimeType(
                            Date.from(now.truncatedTo(ChronoUnit.SECONDS)),
                            ca.uhn.fhir.model.api.TemporalPrecisionEnum.SECOND,
                            zone))));
        }
    }

    private boolean isHeld(
            CareTeam team, TeamRole place, Function<String, Optional<PractitionerRole>> people, Instant at) {
        return teams.member(team, place, at)
                .flatMap(people)
                .filter(person -> presence.isEmployed(person, at))
                .isPresent();
    }
}
