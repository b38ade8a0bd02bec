package nl.wally.mail;

import static nl.wally.shared.Words.words;

import java.util.Arrays;
import nl.wally.shared.Words;

/** Why somebody gets no e-mail. */
enum Failure {
    NO_ADDRESS(words("There is no e-mail address in the directory")),
    UNKNOWN_ADDRESS(words("The address does not exist")),
    REFUSED(words("The other side does not take our e-mail")),
    RETURNED(words("E-mail came back")),
    /** For days; of whatever it failed. */
    NOT_REACHED(words("E-mail could not be handed in for days"));

    private final Words says;

    Failure(Words says) {
        this.says = says;
    }

    Words says() {
        return says;
    }

    /** As operators and the database see it. */
    String code() {
        return Mailboxes.code(this);
    }

    /** The one of this code; what is none is a failure of the way there. */
    static Failure ofCode(@org.jspecify.annotations.Nullable String code) {
        return Arrays.stream(values())
                .filter(failure -> failure.code().equals(code))
                .findFirst()
                .orElse(NOT_REACHED);
    }
}
