package nl.wally.practice;

import static nl.wally.shared.Words.words;

import java.util.Optional;
import java.util.Set;
import nl.wally.shared.Words;

/** What a form lacks, before anybody is asked whether it may be done. */
final class DraftRules {
    /** More than that is a document, not a message. */
    static final int LONGEST = 4_000;

    private static final Set<String> WITH_TEXT = Set.of("answer", "message", "note", "A01");
    private static final String OTHER = "other";

    private DraftRules() {}

    /**
     * What is wrong with it; nothing when it can be sent.
     *
     * @param ending what ends the referral, when that is what is asked for
     */
    static Words wrong(Draft draft, Optional<Offer> ending) {
        if (draft.text().length() > LONGEST) {
            return words("This is too long: {0} characters at most.", LONGEST);
        }
        if (WITH_TEXT.contains(draft.deed()) && draft.text().isEmpty()) {
            return draft.deed().equals("A01") ? words("Say why.") : words("Fill this in.");
        }
        if (ending.isEmpty()) {
            return Words.NONE;
        }
        boolean chosen =
                ending.get().reasons().stream().anyMatch(reason -> reason.code().equals(draft.reason()));
        if (!chosen) {
            return words("Choose a reason.");
        }
        return draft.reason().equals(OTHER) && draft.text().isEmpty() ? words("Say which reason.") : Words.NONE;
    }
}
