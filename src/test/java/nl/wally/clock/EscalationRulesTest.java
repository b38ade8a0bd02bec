package nl.wally.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.wally.clock.EscalationRules.People;
import nl.wally.clock.Promise.Kind;
import nl.wally.clock.Promise.Rung;
import nl.wally.team.DutchCalendar;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EscalationRulesTest {
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final Ladder USUAL = new Ladder(1, 0, 2);
    private static final String WALLY = "PractitionerRole/wally-1";
    private static final String SUBSTITUTE = "PractitionerRole/wally-2";
    private static final String GP = "PractitionerRole/gp-1";
    private static final String PRACTICE = "Organization/practice-1";
    private static final String SOCIAL = "Organization/social-1";

    private final EscalationRules rules = new EscalationRules(DutchCalendar.CALENDAR);
    private final PractitionerRole wally = new PractitionerRole();

    @ParameterizedTest
    @CsvSource({
        "an ordinary week,        2027-06-10T17:00, 2027-06-09T09:00, 2027-06-14T17:00",
        "over Easter and summer time, 2027-03-30T17:00, 2027-03-26T09:00, 2027-04-01T17:00",
        "before the clocks go back, 2027-10-29T17:00, 2027-10-28T09:00, 2027-11-02T17:00",
        "over New Year,           2027-12-31T17:00, 2027-12-30T09:00, 2028-01-04T17:00",
        "after New Year,          2028-01-03T17:00, 2027-12-31T09:00, 2028-01-05T17:00",
        "after King's Day,        2027-04-28T17:00, 2027-04-26T09:00, 2027-04-30T17:00"
    })
    void eachRungHasItsMoment(String when, String due, String reminder, String coordinator) {
        Promise promise = promise(Kind.FIRST_CONTACT, "2027-01-04T10:00", due);
        assertThat(next(promise, USUAL)).contains(reminder);
        assertThat(next(promise.at(Rung.REMINDER), USUAL)).contains(due);
        assertThat(next(promise.at(Rung.OVERDUE), USUAL)).contains(due);
        assertThat(next(promise.at(Rung.STAND_IN), USUAL)).contains(coordinator);
        assertThat(next(promise.at(Rung.COORDINATOR), USUAL)).isEmpty();
    }

    @Test
    void theReminderIsCountedInTheDaysOfWhoPromised() {
        wally.addAvailableTime()
                .setAvailableStartTime("08:30:00")
                .setAvailableEndTime("12:30:00")
                .addDaysOfWeek(PractitionerRole.DaysOfWeek.TUE)
                .addDaysOfWeek(PractitionerRole.DaysOfWeek.THU);
        wally.addNotAvailable()
                .setDescription("afwezig")
                .setDuring(new Period()
                        .setStartElement(new DateTimeType("2027-06-08"))
                        .setEndElement(new DateTimeType("2027-06-08")));
        Promise promise = promise(Kind.FEEDBACK, "2027-06-01T10:00", "2027-06-10T12:30");
        assertThat(next(promise, USUAL)).contains("2027-06-03T08:30");
        assertThat(next(promise.at(Rung.STAND_IN), USUAL))
                .as("the others do not wait for her days")
                .contains("2027-06-14T17:00");
    }

    @Test
    void nobodyIsRemindedOfWhatWasJustPromised() {
        assertThat(next(promise(Kind.ANSWER, "2027-06-09T09:00", "2027-06-10T17:00"), USUAL))
                .contains("2027-06-10T17:00");
        assertThat(next(promise(Kind.ANSWER, "2027-06-09T08:59", "2027-06-10T17:00"), USUAL))
                .contains("2027-06-09T09:00");
        assertThat(next(promise(Kind.RESUME, "2027-06-01T10:00", "2027-06-10T08:00"), new Ladder(0, 0, 2)))
                .as("work begins too late that day")
                .contains("2027-06-10T08:00");
    }

    /** A date that somebody mistyped must not stop the clocks of all others. */
    @ParameterizedTest
    @ValueSource(strings = {"0001-01-01T17:00", "1582-10-10T17:00", "9999-12-31T17:00"})
    void everyDateThatCanBeWrittenHasItsMoments(String due) {
        Promise promise = promise(Kind.FEEDBACK, "2027-06-01T10:00", due);
        for (Rung on : Rung.values()) {
            assertThatCode(() -> next(promise.at(on), new Ladder(60, 60, 60))).doesNotThrowAnyException();
        }
    }

    /** Every rung that it is on, every ladder and every moment: each rung once, in order, and only when its time has come. */
    @ParameterizedTest
    @EnumSource(Rung.class)
    void reachesInOrderWhatIsDueAndNothingElse(Rung on) {
        List<String> moments = List.of(
                "2027-06-08T10:00",
                "2027-06-09T08:59",
                "2027-06-09T09:00",
                "2027-06-10T16:59",
                "2027-06-10T17:00",
                "2027-06-11T17:00",
                "2027-06-14T17:00",
                "2027-08-01T00:00");
        for (int substitute = 0; substitute <= 2; substitute++) {
            for (int coordinator = substitute; coordinator <= 2; coordinator++) {
                Ladder ladder = new Ladder(1, substitute, coordinator);
                Promise promise = promise(Kind.FIRST_CONTACT, "2027-06-01T10:00", "2027-06-10T17:00")
                        .at(on);
                for (String moment : moments) {
                    assertThat(rules.reached(promise, ladder, Optional.of(wally), at(moment)))
                            .as("%s on %s at %s", ladder, on, moment)
                            .containsExactlyElementsOf(expected(on, ladder, moment));
                }
            }
        }
    }

    /** By comparing local times as text, with the working days of that week written out. */
    private static List<Rung> expected(Rung on, Ladder ladder, String now) {
        List<String> after = List.of("2027-06-10T17:00", "2027-06-11T17:00", "2027-06-14T17:00");
        List<Rung> expected = new ArrayList<>();
        if (now.compareTo("2027-06-09T09:00") >= 0 && now.compareTo("2027-06-10T17:00") < 0) {
            expected.add(Rung.REMINDER);
        }
        if (now.compareTo("2027-06-10T17:00") >= 0) {
            expected.add(Rung.OVERDUE);
        }
        if (now.compareTo(after.get(ladder.substitute())) >= 0) {
            expected.add(Rung.STAND_IN);
        }
        if (now.compareTo(after.get(ladder.coordinator())) >= 0) {
            expected.add(Rung.COORDINATOR);
        }
        expected.removeIf(rung -> on.isAtLeast(rung));
        return expected;
    }

    @Test
    void whoIsToldCanDoSomethingAboutIt() {
        People there = new People(Optional.of(WALLY), true, List.of(SUBSTITUTE), Optional.empty(), PRACTICE, SOCIAL);
        People away = new People(Optional.of(WALLY), false, List.of(SUBSTITUTE), Optional.empty(), PRACTICE, SOCIAL);
        People alone = new People(Optional.of(WALLY), false, List.of(), Optional.empty(), PRACTICE, SOCIAL);
        for (Kind kind : List.of(Kind.FIRST_CONTACT, Kind.RESUME, Kind.FEEDBACK)) {
            assertThat(told(kind, there)).containsExactly(WALLY, WALLY, SUBSTITUTE, SOCIAL);
            assertThat(told(kind, away)).containsExactly(SUBSTITUTE, WALLY, SUBSTITUTE, SOCIAL);
            assertThat(told(kind, alone)).containsExactly(SOCIAL, WALLY, SOCIAL, SOCIAL);
        }
        assertThat(rules.told(
                        Rung.COORDINATOR,
                        Kind.RESUME,
                        new People(Optional.empty(), false, List.of(), Optional.empty(), PRACTICE, "")))
                .as("nobody coordinates")
                .isEmpty();
    }

    @Test
    void anAnswerIsOwedByThePracticeAndMissedByTheWally() {
        People asked = new People(Optional.of(WALLY), true, List.of(SUBSTITUTE), Optional.of(GP), PRACTICE, SOCIAL);
        assertThat(rules.told(Rung.REMINDER, Kind.ANSWER, asked)).containsExactly(GP);
        assertThat(rules.told(Rung.OVERDUE, Kind.ANSWER, asked)).containsExactly(GP, PRACTICE);
        assertThat(rules.told(Rung.STAND_IN, Kind.ANSWER, asked)).containsExactly(WALLY);
        assertThat(rules.told(Rung.COORDINATOR, Kind.ANSWER, asked)).containsExactly(SOCIAL);
        People practice = new People(Optional.of(WALLY), true, List.of(), Optional.of(PRACTICE), PRACTICE, SOCIAL);
        assertThat(rules.told(Rung.OVERDUE, Kind.ANSWER, practice)).containsExactly(PRACTICE);
    }

    private List<String> told(Kind kind, People people) {
        return Arrays.stream(Rung.values())
                .flatMap(rung -> rules.told(rung, kind, people).stream())
                .toList();
    }

    private Optional<String> next(Promise promise, Ladder ladder) {
        return rules.next(promise, ladder, Optional.of(wally))
                .map(moment -> LocalDateTime.ofInstant(moment, AMSTERDAM).toString());
    }

    private static Promise promise(Kind kind, String since, String due) {
        return new Promise(UUID.randomUUID(), kind, UUID.randomUUID(), at(since), at(due));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(AMSTERDAM).toInstant();
    }
}
