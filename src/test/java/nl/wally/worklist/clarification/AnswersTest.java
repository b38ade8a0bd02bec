package nl.wally.worklist.clarification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.wally.Messages;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.junit.jupiter.api.Test;

class AnswersTest {
    private final Questionnaire form =
            Messages.read("profiles/Questionnaire-waw-clarification-form.json", Questionnaire.class);

    @Test
    void whatIsStoredComesBackAsItWas() {
        Answers thea =
                Answers.of(Messages.example("QuestionnaireResponse-TheaClarification", QuestionnaireResponse.class));

        assertThat(thea.to("questions.tried")).startsWith("De post laten liggen");
        assertThat(thea.to("areas.finances.state")).isEqualTo("help-wanted");
        assertThat(thea.mark("health.mind")).contains(4);
        assertThat(thea.mark("health.meaning")).isEmpty();
        assertThat(Answers.of(new QuestionnaireResponse().setItem(thea.items(form))))
                .isEqualTo(thea);
    }

    @Test
    void whatBrowsersSendIsOfTheFormAndNothingElse() {
        Answers sent = Answers.of(
                form,
                Map.of(
                        "questions.tried", List.of(" Bellen.\r\nSchrijven. "),
                        "questions.yourself", List.of("  "),
                        "health.body", List.of("7"),
                        "health.mind", List.of(""),
                        "health.meaning", List.of("veel"),
                        "areas.justice.state", List.of("well"),
                        "other", List.of("x")));

        assertThat(sent.byLink())
                .isEqualTo(new TreeMap<>(Map.of(
                        "questions.tried", "Bellen.\nSchrijven.",
                        "health.body", "7",
                        "areas.justice.state", "well")));
    }

    @Test
    void theGroupsStayWhenNothingIsAnswered() {
        assertThat(Answers.none().items(form))
                .extracting(item -> item.getLinkId())
                .containsExactly("questions", "areas", "health");
    }
}
