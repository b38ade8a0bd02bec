package nl.wally.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.wally.Messages;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.HealthcareService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an offer says in words is what it was given in words, and words that cannot be read are told, not guessed. */
class OfferRulesTest {
    static final OfferRules RULES = new OfferRules(new LifeAreas(
            areas("Financiën", "Sociaal netwerk", "Lichamelijke gezondheid"),
            areas("Finances", "Social network", "Physical health")));

    private static Map<String, String> areas(String finances, String network, String health) {
        Map<String, String> areas = new LinkedHashMap<>();
        areas.put("finances", finances);
        areas.put("social-network", network);
        areas.put("physical-health", health);
        return areas;
    }

    static HealthcareService walkingGroup() {
        return Messages.example("HealthcareService-walking-group", HealthcareService.class);
    }

    @Test
    void tellsAnOfferInWords() {
        OfferText text = RULES.read(walkingGroup());

        assertThat(text.at(Column.NAME)).isEqualTo("Wandelgroep met coach");
        assertThat(text.at(Column.AREAS)).isEqualTo("Sociaal netwerk, Lichamelijke gezondheid");
        assertThat(text.at(Column.WHEN)).isEqualTo("ma, do 10:00-11:30");
        assertThat(text.at(Column.GROUP)).isEqualTo("4-10");
        assertThat(text.at(Column.REGISTRATION)).isEqualTo("ja");
        assertThat(text.at(Column.ACTIVE)).isEqualTo("ja");
        assertThat(RULES.read(Messages.example("HealthcareService-debt-desk", HealthcareService.class))
                        .at(Column.WAITING))
                .isEqualTo("2 weken");
    }

    @Test
    void whatIsSaidInTheSameWordsStaysAsItIs() {
        HealthcareService before = walkingGroup();
        // Words do not tell of these, and may not lose them.
        before.addType(new CodeableConcept().setText("Eigen soort"));
        before.addTelecom().setValue("elders");
        before.getAvailableTimeFirstRep().setAvailableEndTimeElement(null);
        HealthcareService after = before.copy();

        assertThat(RULES.write(RULES.read(before), after)).isEmpty();

        assertThat(after.equalsDeep(before)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "WHEN          | di 9:00-12:00                  | di 09:00-12:00",
                "WHEN          | Maandag en do 9.30 - 12.00     | ma, do 09:30-12:00",
                "WHEN          | za hele dag / zo 13:00-14:00   | za hele dag / zo 13:00-14:00",
                "WHEN          | 10:00-11:00                    | 10:00-11:00",
                "WAITING       | 1 maand                        | 1 maand",
                "WAITING       | 3 Dagen                        | 3 dagen",
                "WAITING       | geen                           | geen",
                "GROUP         | tot 12                         | tot 12",
                "GROUP         | vanaf 4                        | vanaf 4",
                "GROUP         | 8                              | 8",
                "AREAS         | financiën                      | Financiën",
                "AREAS         | finances; Sociaal netwerk      | Financiën, Sociaal netwerk",
                "PHONE         | +31 570 12 34 56               | +31 570 12 34 56",
                "REGISTRATION  | Nee                            | nee",
                "SITE          | https://wandelen.example/groep | https://wandelen.example/groep",
                "WHERE         | Kade 1, Deventer               | Kade 1, Deventer",
                "WHOM          | Iedereen                       | Iedereen",
                "REMARK        | Niet in de vakantie            | Niet in de vakantie",
            })
    void writesWhatPeopleSay(Column column, String said, String told) {
        HealthcareService offer = walkingGroup();

        assertThat(RULES.write(new OfferText(Map.of(column, said)), offer)).isEmpty();

        assertThat(RULES.read(offer).at(column)).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "WHEN          | soms",
                "WHEN          | ma 25:00-26:00",
                "WHEN          | ma 12:00-10:00",
                "WHEN          | xx 10:00-11:00",
                "WAITING       | even",
                "WAITING       | 2 jaar",
                "GROUP         | veel",
                "GROUP         | 10-4",
                "AREAS         | Geld",
                "PHONE         | bel Karin",
                "EMAIL         | karin",
                "SITE          | javascript:alert(1)",
                "REGISTRATION  | misschien",
                "NAME          | ''",
                "PHONE         | 000000000000000000000000000000000000000000",
            })
    void tellsWhatItCannotRead(Column column, String said) {
        HealthcareService offer = walkingGroup();

        assertThat(RULES.write(new OfferText(Map.of(column, said)), offer))
                .extracting(Fault::column)
                .containsExactly(column);
    }

    @Test
    void anEmptyCellTakesAway() {
        HealthcareService offer = walkingGroup();
        for (Column column : List.of(
                Column.WHAT, Column.WHOM, Column.AREAS, Column.WHERE, Column.WHEN, Column.GROUP, Column.REGISTRATION)) {
            assertThat(RULES.write(new OfferText(Map.of(column, "")), offer)).isEmpty();
            assertThat(RULES.read(offer).at(column)).as(column.head()).isEmpty();
        }
        assertThat(offer.getEligibility()).isEmpty();
        assertThat(offer.getLocation()).isEmpty();
    }
}
