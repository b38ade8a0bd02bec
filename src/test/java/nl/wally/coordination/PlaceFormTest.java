package nl.wally.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.Codes;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.CareTeam.CareTeamParticipantComponent;
import org.junit.jupiter.api.Test;

/** Somebody takes a place from a day on; whoever had it keeps it until the day before (W-1). */
class PlaceFormTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    private static final Instant NOW = Instant.parse("2026-11-30T09:15:00Z");

    private final CareTeam team = new CareTeam();

    PlaceFormTest() {
        District.place(team, "contact", "PractitionerRole/sanne");
        District.place(team, "substitute", "PractitionerRole/joris");
    }

    @Test
    void theNextBeginsTheDayAfterTheLastEnds() {
        assertThat(assign("contact", "noor", "2026-12-07").isGood()).isTrue();
        assertThat(times(0)).isEqualTo("2025-01-01/2026-12-06");
        assertThat(times(2)).isEqualTo("2026-12-07/");
        assertThat(team.getParticipant().get(2).getMember().getReference()).isEqualTo("PractitionerRole/noor");
    }

    @Test
    void anotherDecisionReplacesOneThatHasNotBegun() {
        assign("contact", "noor", "2026-12-07");
        assign("contact", "kim", "2026-12-14");
        assertThat(team.getParticipant()).hasSize(4);
        assertThat(times(2)).isEqualTo("2026-12-07/2026-12-13");
        assign("contact", "bram", "2026-12-01");
        assertThat(team.getParticipant().stream()
                        .filter(holder -> Codes.anyHas(holder.getRole(), Canonicals.SYSTEM_TEAM_ROLE, "contact"))
                        .map(holder -> holder.getMember().getReference()))
                .containsExactly("PractitionerRole/sanne", "PractitionerRole/bram");
    }

    @Test
    void ofTodayItHoldsFromNowOn() {
        assign("contact", "noor", "2026-11-30");
        assertThat(times(0)).isEqualTo("2025-01-01/2026-11-30T10:14:59+01:00");
        assertThat(times(2)).isEqualTo("2026-11-30T10:15:00+01:00/");
    }

    @Test
    void aPlaceMayStayOpen() {
        assertThat(assign("substitute", "", "2026-12-07").isGood()).isTrue();
        assertThat(team.getParticipant()).hasSize(2);
        assertThat(times(1)).isEqualTo("2025-01-01/2026-12-06");
    }

    @Test
    void refusesThePastAndWhoHasAPlaceAlready() {
        assertThat(assign("contact", "noor", "2026-11-29").wrong("from").isEmpty())
                .isFalse();
        assertThat(assign("contact", "sanne", "2026-12-07").wrong("person").isEmpty())
                .isFalse();
        assertThat(assign("contact", "joris", "2026-12-07").wrong("person").isEmpty())
                .isFalse();
        assertThat(team.getParticipant()).hasSize(2);
    }

    private Form assign(String place, String person, String from) {
        Form form = new Form().with("person", person).with("from", from);
        PlaceForm.apply(form, team, place, NOW, ZONE);
        return form;
    }

    private String times(int index) {
        CareTeamParticipantComponent holder = team.getParticipant().get(index);
        String end = holder.getPeriod().getEndElement().getValueAsString();
        return holder.getPeriod().getStartElement().getValueAsString() + "/" + (end == null ? "" : end);
    }
}
