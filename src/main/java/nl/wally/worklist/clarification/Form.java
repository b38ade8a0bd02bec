package nl.wally.worklist.clarification;

import java.util.List;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.Language;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType;

/**
 * The form of the clarification (W-4) as a page shows it, in one language. The Questionnaire of the guide is its only source:
 * its links, texts and codes, in its order.
 *
 * @param questions in words: the four questions
 * @param areas of life, each with a state and a remark
 * @param marks from 0 to 10: the six sides of the spider web
 */
record Form(Group questions, Group areas, Group marks) {
    static final int HIGHEST_MARK = 10;
    private static final String TRANSLATION = Canonicals.BASE_DEFINITION + "translation";

    /** @param link under which the answer is kept, for instance {@code questions.tried}; of an area of life, of the group */
    record Question(String link, String text) {
        public String state() {
            return link + ".state";
        }

        public String note() {
            return link + ".note";
        }
    }

    record Group(String text, List<Question> questions) {}

    static Form of(Questionnaire form, Language language) {
        return new Form(
                group(form, QuestionnaireItemType.TEXT, language),
                group(form, QuestionnaireItemType.GROUP, language),
                group(form, QuestionnaireItemType.INTEGER, language));
    }

    private static Group group(Questionnaire form, QuestionnaireItemType kind, Language language) {
        return form.getItem().stream()
                .filter(group -> group.getItemFirstRep().getType() == kind)
                .findFirst()
                .map(group -> new Group(
                        text(group, language),
                        group.getItem().stream()
                                .map(item -> new Question(item.getLinkId(), text(item, language)))
                                .toList()))
                .orElseThrow(() -> new IllegalStateException("The form of the clarification has no group of " + kind));
    }

    private static String text(QuestionnaireItemComponent item, Language language) {
        return item.getTextElement().getExtensionsByUrl(TRANSLATION).stream()
                .filter(translation -> language.code().equals(translation.getExtensionString("lang")))
                .map(translation -> translation.getExtensionString("content"))
                .findFirst()
                .orElse(item.getText());
    }
}
