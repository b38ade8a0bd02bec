package nl.wally.worklist.clarification;

import static org.assertj.core.api.Assertions.assertThat;

import nl.wally.Messages;
import nl.wally.shared.Language;
import org.hl7.fhir.r4.model.Questionnaire;
import org.junit.jupiter.api.Test;

class FormTest {
    private final Questionnaire questionnaire =
            Messages.read("profiles/Questionnaire-waw-clarification-form.json", Questionnaire.class);

    @Test
    void hasTheQuestionsOfTheGuideInBothLanguages() {
        Form dutch = Form.of(questionnaire, Language.DUTCH);
        Form english = Form.of(questionnaire, Language.ENGLISH);

        assertThat(dutch.questions().questions())
                .hasSize(4)
                .first()
                .isEqualTo(new Form.Question("questions.going-on", "Wat is er aan de hand?"));
        assertThat(english.questions().questions().get(0).text()).isEqualTo("What is going on?");
        assertThat(dutch.areas().questions()).hasSize(13);
        assertThat(dutch.areas().questions().get(0).note()).isEqualTo("areas.finances.note");
        assertThat(english.marks().text()).startsWith("Positive health");
    }

    /** The style sheet lays what one can click on six sides. */
    @Test
    void theWebHasSixSides() {
        assertThat(Form.of(questionnaire, Language.DUTCH).marks().questions()).hasSize(6);
    }
}
