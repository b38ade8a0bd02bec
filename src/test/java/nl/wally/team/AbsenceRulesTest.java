package nl.wally.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.Codes;
import nl.wally.shared.Problem;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AbsenceRulesTest {
    private static final String JORIS = "PractitionerRole/wally-2";
    private static final Map<String, PractitionerRole> COLLEAGUES = Map.of(
            JORIS,
            role("wally")
                    .setNotAvailable(
                            away(role("wally"), "2026-08-10", "2026-08-14").getNotAvailable()),
            "PractitionerRole/coach-1",
            role("wellbeing-coach"),
            "PractitionerRole/leaver",
            role("wally").setPeriod(new Period().setEndElement(new DateTimeType("2026-07-20"))),
            "PractitionerRole/wally-1",
            role("wally"));

    private final AbsenceRules rules = new AbsenceRules(ZoneId.of("Europe/Amsterdam"));

    @ParameterizedTest
    @CsvSource({
        "2026-07-13, 2026-07-31, ",
        "2026-07-13, 2026-07-13, ",
        "2026-07-13, , ",
        ", , ",
        "2026-07-13, 2026-07-12, ends before it begins",
        "2026-07-13T12:00:00+02:00, 2026-07-13T11:00:00+02:00, ends before it begins",
        "2026-07-13, 2027-07-12, ",
        "2026-07-13, 2027-07-13, a year at most",
        "2028-02-29, 2029-02-27, ",
        "2028-02-29, 2029-02-28, a year at most"
    })
    void anAbsenceIsATimeThatCanBe(@Nullable String start, @Nullable String end, @Nullable String refused) {
        assertThat(verdict(null, away(new PractitionerRole(), start, end))).isEqualTo(Optional.ofNullable(refused));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-08-01, 2026-08-31, true, ",
        "2026-07-31, 2026-08-31, true, ",
        "2026-07-31, 2026-08-31, false, say different things",
        "2026-08-01, 2026-08-31, false, ",
        "2026-07-20, , false, ",
        "2026-07-13, 2026-07-31, true, entered twice"
    })
    void twoAbsencesDoNotContradictEachOther(
            String start, @Nullable String end, boolean handOver, @Nullable String refused) {
        PractitionerRole before = handsOver(away(new PractitionerRole(), "2026-07-13", "2026-07-31"));
        PractitionerRole after = away(before.copy(), start, end);
        assertThat(verdict(before, handOver ? handsOver(after) : after)).isEqualTo(Optional.ofNullable(refused));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-07-13, 2026-07-31, wally-2, ",
        "2026-07-13, , wally-2, not there all that time",
        "2026-08-14, 2026-08-20, wally-2, not there all that time",
        "2026-08-15, 2026-08-20, wally-2, ",
        "2026-07-13, 2026-07-20, leaver, ",
        "2026-07-13, 2026-07-21, leaver, not there all that time",
        "2026-07-13, , leaver, ",
        "2026-07-21, , leaver, not there all that time",
        "2026-07-13, 2026-07-31, coach-1, no Wally",
        "2026-07-13, 2026-07-31, wally-1, no place of their own",
        "2026-07-13, 2026-07-31, stranger, no place of their own"
    })
    void whoStandsInIsAColleagueWhoIsThere(String start, @Nullable String end, String named, @Nullable String refused) {
        PractitionerRole sanne = role("wally");
        sanne.setId("PractitionerRole/wally-1");
        away(sanne, start, end)
                .getNotAvailableFirstRep()
                .addExtension(Canonicals.EXTENSION_ABSENCE_SUBSTITUTE, new Reference("PractitionerRole/" + named));
        assertThat(verdict(null, sanne)).isEqualTo(Optional.ofNullable(refused));
    }

    @Test
    void aWallyStandsInForACoachAsWell() {
        PractitionerRole coach = away(role("wellbeing-coach"), "2026-07-13", "2026-07-31");
        coach.getNotAvailableFirstRep().addExtension(Canonicals.EXTENSION_ABSENCE_SUBSTITUTE, new Reference(JORIS));
        assertThat(verdict(null, coach)).isEmpty();
    }

    @Test
    void whatWasEnteredBeforeStaysAsItIs() {
        PractitionerRole known = away(new PractitionerRole(), "2026-07-13", "2028-07-13");
        assertThat(verdict(known, away(known.copy(), "2029-01-01", "2029-01-02")))
                .isEmpty();
    }

    @Test
    void nothingElseIsChangedByWhoIsAway() {
        PractitionerRole known = new PractitionerRole().setActive(true);
        known.setId("PractitionerRole/wally-1");
        PractitionerRole away = away(known.copy(), "2026-07-13", "2026-07-31");
        away.getMeta().setVersionId("3");
        assertThat(AbsenceRules.changesOnlyAbsences(known, away)).isTrue();
        assertThat(AbsenceRules.changesOnlyAbsences(away, known)).isTrue();
        assertThat(AbsenceRules.changesOnlyAbsences(known, away.copy().setActive(false)))
                .isFalse();
        PractitionerRole written = away.copy();
        written.getText().setDivAsString("<div>Op wereldreis</div>");
        assertThat(AbsenceRules.changesOnlyAbsences(known, written)).isFalse();
    }

    /** The words by which a case of these tests knows the refusal. */
    private Optional<String> verdict(@Nullable PractitionerRole before, PractitionerRole after) {
        return rules.judge(before, after, COLLEAGUES).map(refusal -> {
            assertThat(refusal.problem()).isEqualTo(Problem.PROFILE_VIOLATION);
            assertThat(refusal.expression()).isEqualTo("PractitionerRole.notAvailable");
            String said = refusal.explanation().toString();
            return java.util.stream.Stream.of(
                            "ends before it begins",
                            "a year at most",
                            "say different things",
                            "entered twice",
                            "no place of their own",
                            "no Wally",
                            "not there all that time")
                    .filter(said::contains)
                    .findFirst()
                    .orElse(said);
        });
    }

    private static PractitionerRole away(PractitionerRole role, @Nullable String start, @Nullable String end) {
        Period during = new Period();
        if (start != null) {
            during.setStartElement(new DateTimeType(start));
        }
        if (end != null) {
            during.setEndElement(new DateTimeType(end));
        }
        role.addNotAvailable().setDescription("afwezig").setDuring(during);
        return role;
    }

    private static PractitionerRole role(String code) {
        return new PractitionerRole().addCode(Codes.concept(Canonicals.SYSTEM_ROLE, code));
    }

    private static PractitionerRole handsOver(PractitionerRole role) {
        role.getNotAvailable()
                .get(role.getNotAvailable().size() - 1)
                .addExtension(Canonicals.EXTENSION_HAND_OVER, new BooleanType(true));
        return role;
    }
}
