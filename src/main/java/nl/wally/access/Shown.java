package nl.wally.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How much of a resource somebody sees who may see it; {@link MaskRules} leaves out the rest. */
public enum Shown {
    WHOLE("all of it"),
    /** W-3: of attempts to reach the person the practice sees how many there were, when and by whom, not what was tried. */
    ATTEMPTS_COUNTED("all of it, but of a contact attempt only when and by whom"),
    /** Who has it and how it stands, not the person's story (W-10). */
    WITHOUT_STORY("who has it and how it stands, in codes, references and times; no notes, texts, input or output"),
    /** The citizen service number is for who has a legal ground to see it (W-10). */
    WITHOUT_BSN("all of it, but no BSN"),
    /** Who is told of what, and whether that goes well; not where, nor with which headers. */
    WITHOUT_ENDPOINT("all of it, but not where notifications are sent, nor their headers");

    private final String meaning;

    Shown(String meaning) {
        this.meaning = meaning;
    }

    /** The name in the table, for instance {@code attempts-counted}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What is seen, in English. */
    public String meaning() {
        return meaning;
    }

    static Optional<Shown> ofCode(String code) {
        return Arrays.stream(values())
                .filter(shown -> shown.code().equals(code))
                .findFirst();
    }
}
