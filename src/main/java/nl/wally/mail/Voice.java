package nl.wally.mail;

import nl.wally.shared.Language;
import nl.wally.shared.Words;

/** Says letters in one language; named as the view of pages is, so that the words of the template are tested like theirs. */
record Voice(Language language) {
    /** As in {@code lang}. */
    public String code() {
        return language.code();
    }

    public String words(String english, Object... arguments) {
        return Words.words(english, arguments).in(language);
    }

    public String words(Words words) {
        return words.in(language);
    }
}
