package nl.wally.mail;

/**
 * Something that somebody has to be told.
 *
 * @param to whom, as {@code PractitionerRole/…} or {@code Organization/…}
 * @param about what waits, for instance {@code Task/…}: to ask whether the receiver may still see it, and to lead there
 */
record Letter(LetterKind kind, String to, String about) {}
