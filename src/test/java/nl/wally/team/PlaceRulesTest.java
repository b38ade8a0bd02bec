package nl.wally.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.Codes;
import nl.wally.shared.Problem;
import nl.wally.shared.Refusal;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.CareTeam.CareTeamStatus;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceRulesTest {
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final String SOMEBODY = "PractitionerRole/somebody";

    private final PlaceRules rules = new PlaceRules(new TeamRules(AMSTERDAM), new PresenceRules(AMSTERDAM));

    @ParameterizedTest
    @CsvSource({
        "A, contact, wally, true",
        "A, contact, wellbeing-coach, false",
        "A, substitute, wellbeing-coach, false",
        "A, coach, wellbeing-coach, true",
        "A, coach, wally, false",
        "B, contact, wellbeing-coach, false",
        "B, coach, wellbeing-coach, true",
        "C, contact, wellbeing-coach, true",
        "C, substitute, wellbeing-coach, true",
        "C, contact, gp, false",
        "B, coach, poh, false",
        "A, substitute, gp, false"
    })
    void aPlaceTakesARoleThatFitsTheWayOfWorking(String way, String place, String code, boolean fits) {
        Optional<Refusal> verdict = judge(null, team(way, place, null), person(code));
        assertThat(verdict.isEmpty()).isEqualTo(fits);
        verdict.ifPresent(refusal -> {
            assertThat(refusal.problem()).isEqualTo(Problem.PROFILE_VIOLATION);
            assertThat(refusal.expression()).isEqualTo("CareTeam.participant");
            assertThat(refusal.explanation().toString()).contains(place, "way of working " + way);
        });
    }

    @Test
    void anotherWayOfWorkingAsksForOthersInTheirPlaces() {
        CareTeam divided = team("C", "contact", null);
        assertThat(judge(divided, team("A", "contact", null), person("wellbeing-coach")))
                .isPresent();
    }

    @Test
    void whoHasLeftTakesNoPlaceAndKeepsTheOneHeld() {
        PractitionerRole gone = person("wally");
        gone.getPeriod().setEndElement(new DateTimeType("2026-03-01"));
        CareTeam team = team("A", "contact", null);
        assertThat(judge(null, team, gone)).isPresent();
        assertThat(judge(team("A", "substitute", null), team, gone)).isPresent();
        assertThat(judge(team, team.copy(), gone)).isEmpty();
        assertThat(judge(null, team, person("wally").setActive(false))).isPresent();
        PractitionerRole today = person("wally");
        today.getPeriod().setEndElement(new DateTimeType("2026-03-02"));
        assertThat(judge(null, team, today)).isEmpty();
        PractitionerRole later = person("wally");
        later.getPeriod().setStartElement(new DateTimeType("2026-04-01"));
        assertThat(judge(null, team, later)).isEmpty();
    }

    @Test
    void whatIsOverStaysAsItWas() {
        CareTeam history = team("A", "contact", "2026-03-01");
        assertThat(judge(null, history, person("wellbeing-coach").setActive(false)))
                .isEmpty();
        assertThat(judge(null, team("A", "contact", "2026-03-02"), person("wellbeing-coach")))
                .isPresent();
    }

    private Optional<Refusal> judge(@Nullable CareTeam before, CareTeam after, PractitionerRole person) {
        return rules.judge(before, after, Map.of(SOMEBODY, person), NOW);
    }

    private static PractitionerRole person(String code) {
        return new PractitionerRole().addCode(Codes.concept(Canonicals.SYSTEM_ROLE, code));
    }

    private static CareTeam team(String way, String place, @Nullable String end) {
        CareTeam team = new CareTeam().setStatus(CareTeamStatus.ACTIVE);
        team.addExtension(Canonicals.EXTENSION_WAY_OF_WORKING, new CodeType(way));
        Period period = new Period().setStartElement(new DateTimeType("2025-01-01"));
        team.addParticipant()
                .addRole(Codes.concept(Canonicals.SYSTEM_TEAM_ROLE, place))
                .setMember(new Reference(SOMEBODY))
                .setPeriod(end == null ? period : period.setEndElement(new DateTimeType(end)));
        return team;
    }
}
