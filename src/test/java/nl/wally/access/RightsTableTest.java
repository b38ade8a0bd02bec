package nl.wally.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.wally.conformance.Capabilities;
import nl.wally.conformance.Definitions;
import nl.wally.shared.Caller.Capacity;
import org.junit.jupiter.api.Test;

class RightsTableTest {
    private static final String HEADER = "roles,resources,interactions,condition,shown\n";
    private static final Capabilities OFFERED = new Capabilities(new Definitions(FhirContext.forR4Cached()));

    @Test
    void tellsOfEveryRoleAndTypeThatIsOfferedAndOfNothingElse() {
        assertThat(RightsTable.load().requireFitting(OFFERED).all()).isNotEmpty();
    }

    @Test
    void isSilentOnNoRole() throws IOException {
        for (String role : List.of("practice", "operator")) {
            String less = text().replaceAll("(?m)^" + role + ",.*Provenance.*\n", "");
            assertThatThrownBy(() -> table(less).requireFitting(OFFERED))
                    .hasMessageContaining("no row tells what " + Capacity.valueOf(role.toUpperCase()));
        }
    }

    @Test
    void knowsNoTypeOrInteractionThatIsNotOffered() throws IOException {
        for (String row : List.of(
                "operator,Observation,read,nobody,\n",
                "operator,Questionnaire,update,nobody,\n",
                "operator,Provenance,create,nobody,\n",
                "operator,Patient,available-actions,nobody,\n")) {
            String more = text() + row;
            assertThatThrownBy(() -> table(more).requireFitting(OFFERED)).hasMessageContaining("not offered");
        }
    }

    @Test
    void knowsOneAnswerOnly() throws IOException {
        String twice = text() + "practice,Communication,read,member,whole\n";
        assertThatThrownBy(() -> table(twice).requireFitting(OFFERED)).hasMessageContaining("in whole and in part");
        refuses(row("practice,Task,read,any,whole") + "practice,Task,read search,any,whole\n", "twice");
    }

    @Test
    void refusesMalformedRowsNamingTheLine() {
        refuses(row("boss,Task,read,any,whole"), "line 2", "unknown role 'boss'");
        refuses(row("system,Task,read,any,whole"), "unknown role 'system'");
        refuses(row("practice,Task,look,any,whole"), "unknown interaction 'look'");
        refuses(row("practice,Task,read,sometimes,whole"), "unknown condition 'sometimes'");
        refuses(row("practice,Task,read,any,half"), "unknown part that is shown 'half'");
        refuses(row("practice,Task,read,any,"), "what is shown");
        refuses(row("practice,Task,read,nobody,whole"), "what is shown");
        refuses(row("practice,Task,update,own-practice,whole"), "what is shown");
        refuses(row("practice,Task,read update,own-practice,whole"), "rows of their own");
        refuses(row("practice,Task,create,own-practice,"), "not stored yet");
        refuses(row("practice,,read,any,whole"), "must not be empty");
    }

    @Test
    void theOperatorMayNothingButSeeHowSubscriptionsStand() {
        assertThat(RightsTable.load().all())
                .filteredOn(right ->
                        right.role() == Capacity.OPERATOR && !right.resource().equals("Subscription"))
                .extracting(Right::condition)
                .containsOnly(Condition.NOBODY);
    }

    private static String text() throws IOException {
        try (var file = RightsTableTest.class.getResourceAsStream("/access/rights.csv")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String row(String cells) {
        return HEADER + cells + "\n";
    }

    private static RightsTable table(String content) throws IOException {
        return RightsTable.read(new StringReader(content));
    }

    private static void refuses(String content, String... words) {
        assertThatThrownBy(() -> table(content))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll(words);
    }
}
