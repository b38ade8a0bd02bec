package nl.wally.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.Codes;
import nl.wally.shared.Problem;
import nl.wally.shared.Refusal;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.CareTeam.CareTeamStatus;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DirectoryRulesTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final String SELF = "Organization/social-1";
    private static final String OTHER = "Organization/social-2";

    private final DirectoryRules rules = rules();

    private static DirectoryRules rules() {
        ZoneId zone = ZoneId.of("Europe/Amsterdam");
        TeamRules teams = new TeamRules(zone);
        return new DirectoryRules(teams, new PlaceRules(teams, new PresenceRules(zone)), new AbsenceRules(zone));
    }

    @Test
    void aPersonIsChangedOnlyByWhoKeepsOneOfTheEmployers() {
        Practitioner person = new Practitioner();
        assertThat(judge(person, person.copy(), Set.of(SELF))).isEmpty();
        assertThat(judge(person, person.copy(), Set.of())).contains(Problem.FORBIDDEN);
    }

    @Test
    void anOrganizationIsChangedOnlyByWhoKeepsIt() {
        Organization practice = new Organization();
        assertThat(judge(practice, practice.copy(), Set.of("Organization/practice-1")))
                .isEmpty();
        assertThat(judge(practice, practice.copy(), Set.of())).contains(Problem.FORBIDDEN);
    }

    @Test
    void everybodyMayAddAPracticeAndAPerson() {
        assertThat(judge(null, new Organization(), Set.of())).isEmpty();
        assertThat(judge(null, new Practitioner(), Set.of())).isEmpty();
    }

    @Test
    void aRoleIsKeptWithItsOrganizationAndStaysThere() {
        PractitionerRole role = role("Practitioner/wally-1", SELF);
        assertThat(judge(null, role, Set.of(SELF))).isEmpty();
        assertThat(judge(role, role.copy(), Set.of(SELF))).isEmpty();
        assertThat(judge(null, role, Set.of())).contains(Problem.FORBIDDEN);
        assertThat(judge(role("Practitioner/wally-1", OTHER), role, Set.of(SELF)))
                .contains(Problem.FORBIDDEN);
        assertThat(judge(role, role("Practitioner/wally-1", OTHER), Set.of(SELF)))
                .contains(Problem.FORBIDDEN);
        assertThat(judge(role, role("Practitioner/wally-1", OTHER), Set.of(SELF, OTHER)))
                .contains(Problem.ELEMENT_IMMUTABLE);
        assertThat(judge(role, role("Practitioner/wally-2", SELF), Set.of(SELF)))
                .contains(Problem.ELEMENT_IMMUTABLE);
    }

    @Test
    void aTeamIsMadeByItsOwnCoordinator() {
        assertThat(judge(null, team(SELF))).isEmpty();
        assertThat(judge(null, team(OTHER))).contains(Problem.FORBIDDEN);
        assertThat(judge(null, new CareTeam())).contains(Problem.FORBIDDEN);
    }

    @Test
    void aTeamIsHandedOverByWhoHasItAndTakenByNobody() {
        assertThat(judge(team(SELF), team(OTHER))).isEmpty();
        assertThat(judge(team(OTHER), team(SELF))).contains(Problem.FORBIDDEN);
    }

    @Test
    void anEndedTeamIsMendedByWhoCoordinatedIt() {
        CareTeam ended = team(SELF).setPeriod(period("2025-01-01", "2026-01-31"));
        assertThat(judge(ended, team(SELF))).isEmpty();
        CareTeam left = team(SELF);
        left.getParticipantFirstRep().setPeriod(period("2025-01-01", "2026-01-31"));
        assertThat(judge(left, team(SELF))).isEmpty();
        assertThat(judge(left, left.copy())).isEmpty();
    }

    @Test
    void aTeamStaysWithItsPractice() {
        CareTeam moved = team(SELF);
        moved.getManagingOrganizationFirstRep().setReference("Organization/practice-2");
        assertThat(judge(team(SELF), moved)).contains(Problem.ELEMENT_IMMUTABLE);
    }

    @Test
    void aPracticeHasOneTeamAtATime() {
        CareTeam now = team(OTHER);
        CareTeam ended = team(OTHER).setPeriod(period("2025-01-01", "2026-01-31"));
        CareTeam ending = team(OTHER).setPeriod(period("2025-01-01", "2026-03-31"));
        CareTeam inactive = team(OTHER).setStatus(CareTeamStatus.INACTIVE);
        CareTeam next = team(SELF).setPeriod(period("2026-04-01", null));
        assertThat(judge(null, team(SELF), now)).contains(Problem.FORBIDDEN);
        assertThat(judge(null, next, ending)).contains(Problem.FORBIDDEN);
        assertThat(judge(null, team(SELF).setPeriod(period("2026-02-01", null)), ended))
                .isEmpty();
        assertThat(judge(null, team(SELF).setPeriod(period("2026-02-01", null)), next))
                .contains(Problem.FORBIDDEN);
        assertThat(judge(null, team(SELF), inactive)).isEmpty();
        assertThat(judge(next, next.copy(), ending)).isEmpty();
        assertThat(judge(next, team(SELF), ending)).contains(Problem.FORBIDDEN);
    }

    @ParameterizedTest
    @CsvSource({
        "contact, 2025-01-01, , contact, 2026-01-01, 2026-02-01, true",
        "substitute, 2025-01-01, 2026-03-31, substitute, 2026-03-01, , true",
        "coach, 2025-01-01, 2026-03-31, coach, 2026-03-31, , true",
        "contact, 2026-04-01, , contact, 2027-01-01, , true",
        "contact, 2025-01-01, 2026-03-30, contact, 2026-03-31, , false",
        "contact, 2025-01-01, , substitute, 2025-01-01, , false"
    })
    void nobodyIsTheSameInOneTeamAtTheSameTime(
            String role, String start, String end, String role2, String start2, String end2, boolean refused) {
        CareTeam team = team(SELF);
        add(team, role, "PractitionerRole/wally-1", period(start, end));
        add(team, role2, "PractitionerRole/wally-2", period(start2, end2));
        Optional<Refusal> verdict = rules.judge(team(SELF), team, new DirectoryFacts(SELF, Set.of()), NOW);
        assertThat(verdict.isPresent()).isEqualTo(refused);
        verdict.ifPresent(refusal -> {
            assertThat(refusal.problem()).isEqualTo(Problem.PROFILE_VIOLATION);
            assertThat(refusal.expression()).isEqualTo("CareTeam.participant");
            assertThat(refusal.explanation().toString()).contains(role, "at the same time");
        });
    }

    @Test
    void anOfferIsKeptByWhoKeepsItsProviderOrByAllWhenNobodyDoes() {
        HealthcareService own = new HealthcareService().setProvidedBy(new Reference(SELF));
        HealthcareService others = new HealthcareService().setProvidedBy(new Reference(OTHER));
        assertThat(judge(null, own, Set.of(SELF))).isEmpty();
        assertThat(judge(null, others, Set.of())).contains(Problem.FORBIDDEN);
        assertThat(judge(own, others, Set.of(SELF))).contains(Problem.FORBIDDEN);
        assertThat(judge(others, own, Set.of(SELF))).contains(Problem.FORBIDDEN);
        DirectoryFacts ofNobody = new DirectoryFacts(SELF, Set.of(SELF)).withProviders(Set.of(OTHER));
        assertThat(rules.judge(others, own, ofNobody, NOW)).isEmpty();
        assertThat(rules.judge(own, others, ofNobody, NOW)).isEmpty();
    }

    private Optional<Problem> judge(@Nullable Resource before, Resource after, Set<String> kept) {
        return rules.judge(before, after, new DirectoryFacts(SELF, kept), NOW).map(Refusal::problem);
    }

    private Optional<Problem> judge(@Nullable CareTeam before, CareTeam after, CareTeam... others) {
        return rules.judge(before, after, new DirectoryFacts(SELF, Set.of()).withTeam(List.of(others), Map.of()), NOW)
                .map(Refusal::problem);
    }

    private static PractitionerRole role(String person, String organization) {
        return new PractitionerRole()
                .setPractitioner(new Reference(person))
                .setOrganization(new Reference(organization));
    }

    private static CareTeam team(String coordination) {
        CareTeam team = new CareTeam().setStatus(CareTeamStatus.ACTIVE);
        team.addManagingOrganization(new Reference("Organization/practice-1"));
        add(team, "coordination", coordination, null);
        return team;
    }

    private static void add(CareTeam team, String role, String member, @Nullable Period period) {
        team.addParticipant()
                .addRole(Codes.concept(Canonicals.SYSTEM_TEAM_ROLE, role))
                .setMember(new Reference(member))
                .setPeriod(period);
    }

    private static Period period(String start, @Nullable String end) {
        Period period = new Period().setStartElement(new DateTimeType(start));
        return end == null ? period : period.setEndElement(new DateTimeType(end));
    }
}
