package nl.wally.dossier;

import java.time.ZonedDateTime;
import nl.wally.shared.Words;

/**
 * Something that happened.
 *
 * @param says what happened, as a sentence
 * @param quote what somebody wrote there, word for word; empty when nobody wrote anything, or the reader may not know
 */
public record Event(ZonedDateTime at, Words says, String quote) {}
