package nl.wally.mail;

import static nl.wally.shared.Words.words;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.wally.people.Templates;
import nl.wally.shared.Words;
import org.thymeleaf.context.Context;

/**
 * Writes letters. They say that something waits, of which kind, and where; never what, and never about whom: whoever reads
 * along at a provider, on a locked screen or over a shoulder learns nothing of a person.
 */
final class LetterWriter {
    private final Templates templates;
    private final Links links;
    private final boolean answerable;

    /** @param answerable whether somebody reads what is answered */
    LetterWriter(Templates templates, Links links, boolean answerable) {
        this.templates = templates;
        this.links = links;
        this.answerable = answerable;
    }

    /** One e-mail for all of these, at least one. */
    Written write(List<Letter> letters, Tongue tongue) {
        List<Voice> voices = tongue.languages().stream().map(Voice::new).toList();
        List<Item> items = letters.stream()
                .map(letter -> new Item(letter.kind().says(), links.to(letter)))
                .toList();
        Words headline =
                items.size() == 1 ? items.get(0).says() : words("{0} things are waiting for you", items.size());
        String subject = headline.in(tongue.languages().get(0));
        StringBuilder text = new StringBuilder();
        voices.forEach(voice -> plain(text, voice, headline, items));
        Map<String, Object> facts = Map.of(
                "voices", voices,
                "headline", headline,
                "items", items,
                "subject", subject,
                "answerable", answerable,
                "choices", links.choices());
        String html = templates.fill(
                "mail/letter",
                new Context(Locale.forLanguageTag(tongue.languages().get(0).code()), facts));
        return new Written(subject, text.toString(), html);
    }

    private void plain(StringBuilder text, Voice voice, Words headline, List<Item> items) {
        if (!text.isEmpty()) {
            text.append("\n-----\n\n");
        }
        text.append(voice.words(headline)).append(".\n\n");
        if (items.size() == 1) {
            line(text, voice.words(words("Sign in to read it:")));
            line(text, items.get(0).link());
        } else {
            line(text, voice.words(words("Sign in to read them:")));
            items.forEach(item -> line(text, "- " + voice.words(item.says()) + "\n  " + item.link()));
        }
        text.append('\n');
        line(text, voice.words(words("On purpose this e-mail does not say about whom it is.")));
        if (!answerable) {
            line(text, voice.words(words("Please do not answer it: nobody reads this address.")));
        }
        line(text, voice.words(words("Choose when you get e-mail:")) + " " + links.choices());
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }

    /** One thing that waits. */
    record Item(Words says, String link) {}
}
