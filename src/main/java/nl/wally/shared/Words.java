package nl.wally.shared;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a client is told, in whatever language it prefers. The code says it in English, as its readers do; the Dutch stands in
 * {@code words/nl.po}, found by the English. Test {@code WordsTest} holds the two together.
 *
 * @param english with places {@code {0}}, {@code {1}} for arguments
 * @param arguments codes, element names and numbers, which are the same in each language, or other {@code Words}; never a
 *     person's data
 */
public record Words(String english, List<Object> arguments) {
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    private static final String OR = "{0} or {1}";

    /** Nothing to say. */
    public static final Words NONE = new Words("", List.of());

    public Words {
        arguments = List.copyOf(arguments);
    }

    /** Says this; the English is a literal, so that it can be looked up and tested. */
    public static Words words(String english, Object... arguments) {
        return new Words(english, List.of(arguments));
    }

    /** Something that is the same in each language, such as a code. */
    public static Words same(String text) {
        return text.isEmpty() ? NONE : new Words("{0}", List.of(text));
    }

    /** One of these codes or names. */
    public static Words anyOf(List<String> choices) {
        return choices.stream()
                .map(Words::same)
                .reduce((first, next) -> new Words(OR, List.of(first, next)))
                .orElse(NONE);
    }

    /** In this language; in English where there is no Dutch, which the tests forbid. */
    public String in(Language language) {
        String said = Optional.of(english)
                .filter(text -> language == Language.DUTCH)
                .flatMap(Dutch::of)
                .orElse(english);
        return PLACE.matcher(said).replaceAll(place -> Matcher.quoteReplacement(argument(place.group(1), language)));
    }

    public boolean isEmpty() {
        return english.isEmpty();
    }

    private String argument(String place, Language language) {
        Object argument = arguments.get(Integer.parseInt(place));
        return argument instanceof Words words ? words.in(language) : argument.toString();
    }

    /** For logs and tests. */
    @Override
    public String toString() {
        return in(Language.ENGLISH);
    }
}
