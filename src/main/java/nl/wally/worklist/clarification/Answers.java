package nl.wally.worklist.clarification;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.wally.conformance.Canonicals;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemAnswerComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;

/**
 * What was answered: by the link of the question a text, a code or a mark. What was left open is not in it, so that two that
 * say the same are equal, wherever they come from.
 */
record Answers(SortedMap<String, String> byLink) {
    Answers(SortedMap<String, String> byLink) {
        TreeMap<String, String> given = new TreeMap<>();
        byLink.forEach((link, answer) -> {
            String plain = answer.replace("\r\n", "\n").strip();
            if (!plain.isEmpty()) {
                given.put(link, plain);
            }
        });
        this.byLink = Collections.unmodifiableSortedMap(given);
    }

    static Answers none() {
        return new Answers(new TreeMap<>());
    }

    /** Those of a clarification that is stored. */
    static Answers of(QuestionnaireResponse clarification) {
        TreeMap<String, String> found = new TreeMap<>();
        clarification.getItem().forEach(item -> collect(item, found));
        return new Answers(found);
    }

    /** Those that a browser sent, of the questions that the form has. */
    static Answers of(Questionnaire form, Map<String, List<String>> fields) {
        TreeMap<String, String> found = new TreeMap<>();
        questions(form.getItem())
                .forEach(question -> Optional.ofNullable(fields.get(question.getLinkId()))
                        .filter(values -> !values.isEmpty())
                        .map(values -> values.get(0))
                        .filter(value -> isAnswer(question, value))
                        .ifPresent(value -> found.put(question.getLinkId(), value)));
        return new Answers(found);
    }

    /** The answer to this question; empty when it was left open. */
    public String to(String link) {
        return byLink.getOrDefault(link, "");
    }

    Optional<Integer> mark(String link) {
        return Optional.ofNullable(byLink.get(link)).map(Integer::valueOf);
    }

    public boolean isEmpty() {
        return byLink.isEmpty();
    }

    /** The answers as they are stored; each group of the form is there, also when nothing in it was answered. */
    List<QuestionnaireResponseItemComponent> items(Questionnaire form) {
        return form.getItem().stream().map(this::group).toList();
    }

    private QuestionnaireResponseItemComponent group(QuestionnaireItemComponent asked) {
        var group = new QuestionnaireResponseItemComponent();
        group.setLinkId(asked.getLinkId());
        asked.getItem().forEach(inner -> {
            var item = inner.hasItem() ? group(inner) : answer(inner);
            if (item.hasItem() || item.hasAnswer()) {
                group.addItem(item);
            }
        });
        return group;
    }

    private QuestionnaireResponseItemComponent answer(QuestionnaireItemComponent asked) {
        var item = new QuestionnaireResponseItemComponent();
        item.setLinkId(asked.getLinkId());
        Optional.ofNullable(byLink.get(asked.getLinkId()))
                .ifPresent(answer -> item.addAnswer().setValue(value(asked, answer)));
        return item;
    }

    private static Type value(QuestionnaireItemComponent asked, String answer) {
        return switch (asked.getType()) {
            case INTEGER -> new IntegerType(answer);
            case CHOICE -> new Coding(Canonicals.SYSTEM_LIFE_AREA_STATE, answer, null);
            default -> new StringType(answer);
        };
    }

    /** What no field of ours sends is no answer; whether a code or mark fits is for the profile to say. */
    private static boolean isAnswer(QuestionnaireItemComponent question, String value) {
        return switch (question.getType()) {
            case INTEGER -> value.matches("\\d{1,3}");
            case CHOICE -> value.matches("[a-z-]*");
            default -> true;
        };
    }

    private static Stream<QuestionnaireItemComponent> questions(List<QuestionnaireItemComponent> items) {
        return items.stream().flatMap(item -> item.hasItem() ? questions(item.getItem()) : Stream.of(item));
    }

    private static void collect(QuestionnaireResponseItemComponent item, Map<String, String> found) {
        item.getItem().forEach(inner -> collect(inner, found));
        item.getAnswer().stream()
                .map(QuestionnaireResponseItemAnswerComponent::getValue)
                .map(value -> value instanceof Coding coding ? coding.getCode() : value.primitiveValue())
                .findFirst()
                .ifPresent(answer -> found.put(item.getLinkId(), answer));
    }
}
