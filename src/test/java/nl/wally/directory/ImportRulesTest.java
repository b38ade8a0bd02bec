package nl.wally.directory;

import static nl.wally.directory.OfferRulesTest.RULES;
import static nl.wally.directory.OfferRulesTest.walkingGroup;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import nl.wally.conformance.Canonicals;
import nl.wally.directory.ImportRules.Facts;
import nl.wally.directory.ImportRules.Provider;
import nl.wally.directory.Plan.Verdict;
import org.hl7.fhir.r4.model.HealthcareService;
import org.junit.jupiter.api.Test;

/** What comes out of the directory and goes in again changes nothing; what is wrong is told by its line. */
class ImportRulesTest {
    private static final String OWN = "Organization/social-1";
    private static final String HEADS = "Sleutel;Naam;Aanbieder\n";

    private final ImportRules rules = new ImportRules(RULES);
    private final Listed group = new Listed(walkingGroup(), "Welzijn; \"De Kaai\"");
    private final Facts facts = new Facts(
            OWN,
            Map.of("walking-group", group),
            Map.of(
                    "raster", List.of(new Provider(OWN, true)),
                    "elders", List.of(new Provider("Organization/social-2", false)),
                    "dubbel", List.of(new Provider("Organization/a", true), new Provider("Organization/b", true))));

    private Plan plan(String content) {
        return rules.plan(OfferSheet.read(content), facts);
    }

    private static String export(Listed listed) {
        return OfferSheet.write(List.of(
                RULES.read(listed.offer()).with(Column.KEY, listed.id()).with(Column.PROVIDER, listed.provider())));
    }

    @Test
    void whatGoesOutAndComesInAgainIsUnchanged() {
        HealthcareService odd = group.offer();
        odd.setName("=1+1");
        odd.setComment("Een regel\nnog een; met \"aanhalingstekens\", en komma's");
        odd.getEligibilityFirstRep().setComment("'=geen formule");
        odd.addTelecom()
                .setSystem(org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem.PHONE)
                .setValue("+31 570 1");

        String file = export(group);
        Plan plan = plan(file);

        assertThat(file).startsWith("\uFEFFSleutel;Naam;").contains("'=1+1", "'+31 570 1", "''=geen formule");
        assertThat(plan.wrong()).isEmpty();
        assertThat(plan.entries()).extracting(Plan.Entry::verdict).containsExactly(Verdict.UNCHANGED);
        assertThat(plan.writes()).isEmpty();
    }

    @Test
    void aLineWithANewKeyIsANewOfferUnderThatKey() {
        Plan plan = plan(HEADS + "k1;Taalcafé;Raster\n\nk2;Kookgroep;Nieuw buurthuis\nk3;Zanggroep;nieuw Buurthuis\n");

        assertThat(plan.wrong()).isEmpty();
        assertThat(plan.entries()).extracting(Plan.Entry::verdict).containsOnly(Verdict.NEW);
        assertThat(plan.newProviders()).containsExactly("Nieuw buurthuis");
        HealthcareService offer = plan.entries().get(0).offer();
        assertThat(offer.getActive()).isTrue();
        assertThat(offer.getProvidedBy().getReference()).isEqualTo(OWN);
        assertThat(offer.getIdentifierFirstRep().getSystem()).isEqualTo(Canonicals.OFFER_KEY);
        assertThat(offer.getIdentifierFirstRep().getValue()).isEqualTo("k1");
        assertThat(offer.getIdentifierFirstRep().getAssigner().getReference()).isEqualTo(OWN);
    }

    @Test
    void aKnownKeyChangesThatOfferAndSaysWhat() {
        Plan plan = plan("Naam,Sleutel,Aanbieder,Wachttijd\nWandelen,walking-group,Raster,1 week\n");

        assertThat(plan.wrong()).isEmpty();
        assertThat(plan.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.verdict()).isEqualTo(Verdict.CHANGED);
            assertThat(entry.changed()).containsExactly(Column.NAME, Column.PROVIDER, Column.WAITING);
            assertThat(entry.offer().getComment())
                    .as("a column that is not there")
                    .isNotEmpty();
        });
    }

    @Test
    void everyMistakeIsToldByItsLine() {
        Plan plan = plan("Sleutel;Naam;Aanbieder;Wachttijd\n"
                + "k1;\"Twee\nregels\";Raster;even\n"
                + ";Zonder sleutel;Raster;\n"
                + "k2;Van een ander;Elders;\n"
                + "k3;Twee zo;Dubbel;\n"
                + "k3;Te kort;Raster\n"
                + "k1;Nog eens;Raster;\n"
                + "k4;;;\n");

        assertThat(plan.wrong())
                .extracting(wrong -> wrong.line() + " " + wrong.head())
                .containsExactlyInAnyOrder(
                        "2 Wachttijd",
                        "4 Sleutel",
                        "5 Aanbieder",
                        "6 Aanbieder",
                        "7 ",
                        "8 Sleutel",
                        "9 Naam",
                        "9 Aanbieder");
    }

    @Test
    void aFileThatIsNoneIsRefused() {
        assertThat(plan("").wrong()).hasSize(1);
        assertThat(plan("\uFEFF").wrong()).hasSize(1);
        assertThat(plan("Sleutel;Naam;Aanbieder\nk1;\"nooit gesloten;Raster\n").wrong())
                .hasSize(1);
        assertThat(plan("Sleutel;Naam;Naam;Onzin\n").wrong())
                .extracting(OfferSheet.Wrong::head)
                .containsExactlyInAnyOrder("Naam", "Onzin", "Aanbieder");
        assertThat(plan(HEADS + "k;n;Raster\n".repeat(2_001)).wrong())
                .singleElement()
                .satisfies(wrong -> {
                    assertThat(wrong.line()).isEqualTo(2_002);
                });
    }

    @Test
    void aFileOfExcelForWindowsIsReadToo() {
        byte[] old = "Sleutel;Naam;Aanbieder\r\nk1;Taalcafé;Raster\r\n"
                .getBytes(java.nio.charset.Charset.forName("windows-1252"));

        assertThat(plan(OfferSheet.decode(old)).entries().get(0).text().at(Column.NAME))
                .isEqualTo("Taalcafé");
    }

    @Test
    void whoSeesAnotherDirectoryThanBeforeLooksAgain() {
        String file = HEADS + "walking-group;Anders;Raster\n";
        String seen = plan(file).fingerprint();
        assertThat(plan(file).fingerprint()).isEqualTo(seen);

        group.offer().getMeta().setVersionId("7");

        assertThat(plan(file).fingerprint()).isNotEqualTo(seen);
    }
}
