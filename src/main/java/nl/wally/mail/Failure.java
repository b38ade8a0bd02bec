package nl.wally.mail;

import static nl.wally.shared.Words.words;

import nl.wally.shared.Words;

/** Why somebody gets no e-mail. */
enum Failure {
    NO_ADDRESS(words("There is no e-mail address in the directory")),
    UNKNOWN_ADDRESS(words("The address does not exist")),
    REFUSED(words("The other side does not take our e-mail")),
    RETURNED(words("E-mail came back"));

    private final Words says;

    Failure(Words says) {
        this.says = says;
    }

    Words says() {
        return says;
    }
}
