package nl.wally.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.util.List;
import java.util.stream.Stream;
import nl.wally.Messages;
import nl.wally.shared.Refusal;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemAnswerComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.Test;

/** The answers of a clarification are judged by the questions of the form (W-4), as the server does it. */
class AnswersTest {
    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final ProfileValidator VALIDATOR = new ProfileValidator(FHIR, new Definitions(FHIR));

    @Test
    void answersToTheQuestionsAreTaken() {
        assertThat(VALIDATOR.check(example())).isEmpty();
    }

    @Test
    void aQuestionThatTheFormDoesNotHaveIsRefused() {
        QuestionnaireResponse response = example();
        response.addItem().setLinkId("medication").addAnswer().setValue(new StringType("Oxazepam"));
        assertRefused(response);
    }

    @Test
    void aMarkIsANumberFromNoughtToTen() {
        for (int mark : new int[] {-1, 11}) {
            QuestionnaireResponse response = example();
            answer(response, "health.body").setValue(new IntegerType(mark));
            assertRefused(response);
        }
        QuestionnaireResponse words = example();
        answer(words, "health.body").setValue(new StringType("een zes"));
        assertRefused(words);
    }

    @Test
    void anAreaOfLifeIsInAStateThatTheFormOffers() {
        QuestionnaireResponse response = example();
        answer(response, "areas.finances.state").setValue(new Coding(Canonicals.SYSTEM_LIFE_AREA, "finances", null));
        assertRefused(response);
    }

    @Test
    void anotherFormIsRefused() {
        assertRefused(example().setQuestionnaire("http://example.org/Questionnaire/intake"));
        assertRefused(example().setQuestionnaire(Canonicals.CLARIFICATION_FORM + "|9"));
    }

    @Test
    void aPersonMaySpeakAnyLanguage() {
        for (String language : List.of("tr", "ar", "nl", "pap", "ti")) {
            Patient patient = Messages.example("Patient-Thea", Patient.class);
            patient.addCommunication().getLanguage().addCoding(new Coding("urn:ietf:bcp:47", language, null));
            assertThat(VALIDATOR.check(patient)).as(language).isEmpty();
        }
    }

    private static QuestionnaireResponse example() {
        return Messages.example("QuestionnaireResponse-TheaClarification", QuestionnaireResponse.class);
    }

    private static QuestionnaireResponseItemAnswerComponent answer(QuestionnaireResponse response, String linkId) {
        return response.getItem().stream()
                .flatMap(AnswersTest::all)
                .filter(item -> item.getLinkId().equals(linkId))
                .findFirst()
                .orElseThrow()
                .getAnswerFirstRep();
    }

    private static Stream<QuestionnaireResponseItemComponent> all(QuestionnaireResponseItemComponent item) {
        return Stream.concat(Stream.of(item), item.getItem().stream().flatMap(AnswersTest::all));
    }

    private static void assertRefused(QuestionnaireResponse response) {
        List<Refusal> refusals = VALIDATOR.check(response);
        assertThat(refusals).isNotEmpty();
        assertThat(refusals)
                .extracting(Refusal::explanation)
                .noneMatch(text -> text.toString().contains("Oxazepam"));
    }
}
