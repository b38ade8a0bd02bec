package nl.wally.mail;

import java.util.List;
import nl.wally.shared.Language;

/** In which language somebody wants letters. */
enum Tongue {
    /** Nobody knows: Dutch, with English beneath. */
    BOTH(List.of(Language.DUTCH, Language.ENGLISH)),
    DUTCH(List.of(Language.DUTCH)),
    ENGLISH(List.of(Language.ENGLISH));

    private final List<Language> languages;

    Tongue(List<Language> languages) {
        this.languages = languages;
    }

    /** The first is that of the subject. */
    List<Language> languages() {
        return languages;
    }
}
