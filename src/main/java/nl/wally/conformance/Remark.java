package nl.wally.conformance;

import nl.wally.shared.Refusal;

/**
 * Something that the validator has to say about a resource.
 *
 * @param error whether it must be mended; otherwise it is a warning
 * @param refusal what it is; with its place in the text where that was validated
 */
public record Remark(boolean error, Refusal refusal) {
    /** The same with another beginning of its path. */
    Remark moved(String from, String to) {
        String path = refusal.expression();
        return path.startsWith(from) ? new Remark(error, refusal.of(to + path.substring(from.length()))) : this;
    }

    String rule() {
        return refusal.finding().rule();
    }
}
