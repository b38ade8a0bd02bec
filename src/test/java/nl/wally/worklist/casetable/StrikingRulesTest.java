package nl.wally.worklist.casetable;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What tells whom a text is about is struck, in whatever form somebody writes it; the story stays readable. */
class StrikingRulesTest {
    private static final Traces TRACES = new Traces(
            List.of(
                    "Thea Müller-van den Berg",
                    "Thérèse",
                    "Bo",
                    "Sanne de Wit",
                    "Dr. Van Dijk",
                    "Huisartsenpraktijk De Rivier",
                    ""),
            List.of("Lange Bisschopstraat 12", "Deventer"),
            List.of("06-00001001", "thea@voorbeeld.nl", "P-1234", "WAW-4821037519"),
            Optional.of(LocalDate.of(1970, 3, 12)));

    private static String struck(String text) {
        return StrikingRules.strike(text, TRACES);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Names, also bent, without accents, in capitals, short, and parts of them.
                "Ik ben Thea.                          | Ik ben [weggelaten].",
                "Thea's schulden                       | [weggelaten] schulden",
                "Sannes plan                           | [weggelaten] plan",
                "THEA belde                            | [weggelaten] belde",
                "thea belde                            | [weggelaten] belde",
                "Theaatje kwam niet                    | Theaatje kwam niet",
                "mevrouw Muller belde                  | [weggelaten] belde",
                "Müllers huis                          | [weggelaten] huis",
                "Therese en Bo                         | [weggelaten] en [weggelaten]",
                "Bo's fiets, geen boterham             | [weggelaten] fiets, geen boterham",
                "Van Dijk belde                        | Van [weggelaten] belde",
                "bij De Rivier                         | bij De [weggelaten]",
                "T. Jansen en T.J. van den Heuvel zei  | [weggelaten] en [weggelaten] zei",
                "meneer De Vries van hiernaast         | [weggelaten] van hiernaast",
                "haar oma Riet                         | haar [weggelaten]",
                // Places.
                "Ze woont in Deventer.                 | Ze woont in [weggelaten].",
                "op de Kerkstraat 12a boven            | op de [weggelaten] boven",
                "op de lange bisschopstraat            | op de [weggelaten]",
                "7411 KT of 7411kt of 7411 kt          | [weggelaten] of [weggelaten] of [weggelaten]",
                // Numbers.
                "bel 06 0000 1001 nu                   | bel [weggelaten] nu",
                "bel +31 (0)570-12 34 56 nu            | bel [weggelaten] nu",
                "bsn 123456782.                        | bsn [weggelaten].",
                "rekening NL91 ABNA 0417 1643 00       | rekening [weggelaten]",
                "nummer P-1234                         | nummer [weggelaten]",
                "verwijzing WAW-4821037519             | verwijzing [weggelaten]",
                "mail t.muller@voorbeeld.nl even       | mail [weggelaten] even",
                "zie www.mijnpagina.example/thea daar  | zie [weggelaten] daar",
                // Days, and how old somebody is.
                "geboren op 12-03-1970                 | geboren op [weggelaten]",
                "geboren op 12 maart 1970              | geboren op [weggelaten]",
                "uit 1970                              | uit [weggelaten]",
                "op 3 mei viel ze                      | op [weggelaten] viel ze",
                "zij is 54 jaar oud                    | zij is [weggelaten]",
                "een 54-jarige vrouw                   | een [weggelaten] vrouw",
            })
    void strikesWhatTells(String text, String left) {
        assertThat(struck(text)).isEqualTo(left);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ik slaap slecht en heb al 20 jaar schulden van 1500 euro per maand.",
                "In 2024 is ze gescheiden. Ze wil een baan van 24 uur.",
                "Ze staat op om 7:30, drie keer per week, bij het buurthuis.",
                "de bakker om de hoek, ergens op de berg van rekeningen"
            })
    void leavesTheStory(String text) {
        String left = StrikingRules.strike(text, new Traces(List.of("Bo"), List.of(), List.of(), Optional.empty()));

        assertThat(left).isEqualTo(text);
    }

    @Test
    void whatIsStruckOnceIsStruckAndNothingMore() {
        String once = struck("Thea Müller-van den Berg uit Deventer.\nZij belt Sanne de Wit.");

        assertThat(once).isEqualTo("[weggelaten] uit [weggelaten].\nZij belt [weggelaten].");
        assertThat(struck(once)).isEqualTo(once);
        assertThat(struck("")).isEmpty();
    }

    @Test
    void accentsMayBeWrittenApart() {
        assertThat(struck("Mu\u0308ller en The\u0301re\u0300se")).isEqualTo("[weggelaten] en [weggelaten]");
    }

    @Test
    @Timeout(10)
    void aTextMadeToBeSlowIsNot() {
        for (String part : List.of("a", "A", "1 ", "A.", "Aa ", "mevrouw ", "van de ", "[weggelaten]", "'")) {
            String text = part.repeat(8_000 / part.length());
            assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> struck(text)))
                    .as(part)
                    .isNull();
        }
    }
}
