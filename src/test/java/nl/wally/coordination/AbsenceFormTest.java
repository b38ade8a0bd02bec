package nl.wally.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import nl.wally.team.Absence;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.junit.jupiter.api.Test;

/** Days that somebody fills in become an absence, and nothing that was entered otherwise is lost. */
class AbsenceFormTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    private final PractitionerRole role = new PractitionerRole();

    @Test
    void entersDaysASubstituteAndWhetherReferralsGoAlong() {
        Form form = filled("2026-12-21", "2027-01-02").with("handOver", "yes").with("substitute", "wally-2");
        AbsenceForm.apply(form, role, -1, ZONE);
        assertThat(form.isGood()).isTrue();
        Absence absence = Absence.of(role).get(0);
        assertThat(role.getNotAvailableFirstRep().getDescription()).isEqualTo("afwezig");
        assertThat(absence.during().getEndElement().getValueAsString()).isEqualTo("2027-01-02");
        assertThat(absence.handOver()).isTrue();
        assertThat(absence.substitute()).contains("PractitionerRole/wally-2");
    }

    @Test
    void leavesTheEndOpen() {
        AbsenceForm.apply(filled("2026-12-21", ""), role, -1, ZONE);
        assertThat(Absence.of(role).get(0).end(ZONE)).isEqualTo(Instant.MAX);
    }

    @Test
    void refusesWhatIsNoTimeAtItsField() {
        Form backwards = filled("2026-12-21", "2026-12-20");
        AbsenceForm.apply(backwards, role, -1, ZONE);
        assertThat(backwards.wrong("until").toString()).contains("before the first");
        Form nothing = filled("", "morgen");
        AbsenceForm.apply(nothing, role, -1, ZONE);
        assertThat(nothing.wrong("from").isEmpty()).isFalse();
        assertThat(nothing.wrong("until").isEmpty()).isFalse();
        assertThat(role.hasNotAvailable()).isFalse();
    }

    @Test
    void keepsTheHourOfADayThatStays() {
        var away = role.addNotAvailable()
                .setDuring(new Period()
                        .setStartElement(new DateTimeType("2026-12-21T13:00:00+01:00"))
                        .setEndElement(new DateTimeType("2026-12-24T12:00:00+01:00")));
        Form form = AbsenceForm.of(role, 0, ZONE, new Form());
        assertThat(form.value("from")).isEqualTo("2026-12-21");
        AbsenceForm.apply(form.with("until", "2026-12-31"), role, 0, ZONE);
        assertThat(away.getDuring().getStartElement().getValueAsString()).isEqualTo("2026-12-21T13:00:00+01:00");
        assertThat(away.getDuring().getEndElement().getValueAsString()).isEqualTo("2026-12-31");
    }

    @Test
    void isNotTakenForAnotherThatCameInItsPlace() {
        AbsenceForm.apply(filled("2026-12-21", "2026-12-31"), role, -1, ZONE);
        AbsenceForm.apply(filled("2027-02-01", "2027-02-05"), role, -1, ZONE);
        Form form = AbsenceForm.of(role, 0, ZONE, new Form());
        assertThat(AbsenceForm.isThere(form, role, 0)).isTrue();
        role.getNotAvailable().remove(0);
        assertThat(AbsenceForm.isThere(form, role, 0)).isFalse();
        role.getNotAvailable().remove(0);
        assertThat(AbsenceForm.isThere(form, role, 0)).isFalse();
    }

    @Test
    void endsWhatIsOnAndTakesAwayWhatHasNotBegun() {
        AbsenceForm.apply(filled("2026-12-21", "2026-12-31"), role, -1, ZONE);
        AbsenceForm.apply(filled("2027-02-01", "2027-02-05"), role, -1, ZONE);
        Instant now = Instant.parse("2026-12-23T09:00:00Z");
        AbsenceForm.end(role, 1, now, ZONE);
        assertThat(role.getNotAvailable()).hasSize(1);
        AbsenceForm.end(role, 0, now, ZONE);
        assertThat(Absence.of(role).get(0).isOver(now, ZONE)).isTrue();
    }

    private static Form filled(String from, String until) {
        return new Form().with("from", from).with("until", until);
    }
}
