package nl.wally.worklist.feedback;

import java.util.Map;
import nl.wally.worklist.feedback.LetterRules.Wish;

/**
 * What somebody filled in and chose, and over what.
 *
 * @param deed {@code interim}; {@code completed:} with an outcome; another status in which the referral ends; empty while nothing
 *     is sent yet
 * @param text the letter, where the person permits content
 * @param wish what the GP must do, where the person does not
 * @param onward where to, with the outcome referred-onward
 * @param reason by the status in which the referral ends, a code of {@code waw-status-reason}
 * @param why the reason in words, which {@code other} asks for
 * @param permitted whether the page said that the person permits content
 * @param version of the Task that the page showed
 */
record Sending(
        String deed,
        String text,
        String wish,
        String onward,
        Map<String, String> reason,
        String why,
        boolean permitted,
        String version) {
    static final String INTERIM = "interim";
    private static final String COMPLETED = "completed:";

    Sending {
        text = text.replace("\r\n", "\n").strip();
        onward = onward.strip();
        why = why.strip();
        reason = Map.copyOf(reason);
    }

    /** Before anything was chosen. */
    static Sending first(Desk desk) {
        String text = desk.isPermitted() ? LetterRules.write(desk.facts()) : "";
        return new Sending("", text, Wish.NOTHING.name(), "", Map.of(), "", desk.isPermitted(), desk.version());
    }

    public boolean isInterim() {
        return deed.equals(INTERIM);
    }

    boolean isCompletion() {
        return deed.startsWith(COMPLETED);
    }

    /** A code of {@code waw-outcome}; empty when it ends otherwise. */
    public String outcome() {
        return isCompletion() ? deed.substring(COMPLETED.length()) : "";
    }

    public boolean isOnward() {
        return outcome().equals("referred-onward");
    }

    /** Why the referral ends as it does; empty when nothing was chosen. */
    public String reasonCode() {
        return reason.getOrDefault(deed, "");
    }

    /** The same, over what lies there now. */
    Sending over(Desk desk) {
        return new Sending(deed, text, wish, onward, reason, why, desk.isPermitted(), desk.version());
    }
}
