package nl.wally.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.Codes;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.CareTeam.CareTeamStatus;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;

class GapRulesTest {
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final TimeZone ZONE = TimeZone.getTimeZone(AMSTERDAM);
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private final GapRules rules = new GapRules(new TeamRules(AMSTERDAM), new PresenceRules(AMSTERDAM));
    private final Map<String, PractitionerRole> people = new HashMap<>(
            Map.of("PractitionerRole/a", new PractitionerRole(), "PractitionerRole/b", new PractitionerRole()));
    private final CareTeam team = new CareTeam().setStatus(CareTeamStatus.ACTIVE);

    @Test
    void needsAContactAndASubstitute() {
        assertThat(isGap()).isTrue();
        add("contact", "a");
        assertThat(isGap()).isTrue();
        add("coach", "b");
        assertThat(isGap()).isTrue();
        add("substitute", "b");
        assertThat(isGap()).isFalse();
    }

    @Test
    void whoIsAwayLeavesNoGapAndWhoHasLeftDoes() {
        add("contact", "a");
        add("substitute", "b");
        people.get("PractitionerRole/b").addNotAvailable().setDescription("afwezig");
        assertThat(isGap()).isFalse();
        people.get("PractitionerRole/b").setActive(false);
        assertThat(isGap()).isTrue();
    }

    @Test
    void beginsWhenThePeriodOfAPlaceEnds() {
        add("contact", "a");
        add("substitute", "b");
        team.getParticipant().get(1).getPeriod().setEndElement(new DateTimeType("2026-03-01"));
        assertThat(isGap()).isTrue();
        team.setStatus(CareTeamStatus.INACTIVE);
        assertThat(isGap()).as("a team that is not in force lacks nobody").isFalse();
    }

    @Test
    void theMarkKeepsItsMomentAndIsOnlyTheServersToWrite() {
        GapRules.mark(null, team, true, NOW, ZONE);
        CareTeam later = new CareTeam();
        GapRules.mark(team, later, true, NOW.plusSeconds(86400), ZONE);
        assertThat(since(later)).isEqualTo("2026-03-02T10:00:00+01:00");
        CareTeam told = new CareTeam();
        told.addExtension(Canonicals.EXTENSION_GAP, new DateTimeType("2020-01-01"));
        GapRules.mark(null, told, false, NOW, ZONE);
        assertThat(told.hasExtension()).isFalse();
        later.setStatus(CareTeamStatus.INACTIVE);
        assertThat(rules.isOutdated(later, this::person, NOW)).isTrue();
    }

    private boolean isGap() {
        return rules.isGap(team, this::person, NOW);
    }

    private Optional<PractitionerRole> person(String reference) {
        return Optional.ofNullable(people.get(reference));
    }

    private static String since(CareTeam team) {
        return team.getExtensionByUrl(Canonicals.EXTENSION_GAP).getValue().primitiveValue();
    }

    private void add(String place, String member) {
        team.addParticipant()
                .addRole(Codes.concept(Canonicals.SYSTEM_TEAM_ROLE, place))
                .setMember(new Reference("PractitionerRole/" + member))
                .setPeriod(new Period().setStartElement(new DateTimeType("2025-01-01")));
    }
}
