package nl.wally.guide;

import java.util.List;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;

/** A form: its questions, one below the other. */
final class QuestionnaireView {
    private QuestionnaireView() {}

    static String html(Questionnaire form, SpecLinks links) {
        HtmlTable table = new HtmlTable("Questions", "Question", "Link id", "Answer", "Codes");
        rows(table, form.getItem(), 0, links);
        return new Html()
                .element("h2", "Questions", "id", "questions")
                .raw(table.toString())
                .toString();
    }

    private static void rows(HtmlTable table, List<QuestionnaireItemComponent> items, int depth, SpecLinks links) {
        for (QuestionnaireItemComponent item : items) {
            String amount = (item.getRequired() ? "1" : "0") + (item.getRepeats() ? "..*" : "..1");
            table.row(
                    "<span class=\"in-" + depth + "\" lang=\"nl\">" + Html.escape(item.getText()) + "</span>",
                    Html.code(item.getLinkId()),
                    Html.escape(item.getType().toCode() + " " + amount),
                    item.hasAnswerValueSet()
                            ? links.html(item.getAnswerValueSet(), item.getAnswerValueSet())
                            : options(item));
            rows(table, item.getItem(), depth + 1, links);
        }
    }

    private static String options(QuestionnaireItemComponent item) {
        return item.getAnswerOption().stream()
                .map(option -> option.hasValueCoding()
                        ? option.getValueCoding().getDisplay()
                        : option.getValue().primitiveValue())
                .map(Html::escape)
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
    }
}
