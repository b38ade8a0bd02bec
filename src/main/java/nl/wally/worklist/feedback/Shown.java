package nl.wally.worklist.feedback;

import java.util.List;
import java.util.Map;
import nl.wally.dossier.Event;
import nl.wally.shared.Words;

/**
 * What the page says besides the form.
 *
 * @param sent whether something was sent just now
 * @param missing what has to be mended, by field
 * @param reasons why it was refused
 * @param overtaken whether something changed since the page was shown
 * @param news what happened last, the newest first, where it was overtaken
 * @param consent whether what the GP may hear is among what changed
 */
record Shown(
        boolean sent,
        Map<String, Words> missing,
        List<Words> reasons,
        boolean overtaken,
        List<Event> news,
        boolean consent) {
    static final Shown NOTHING = new Shown(false, Map.of(), List.of(), false, List.of(), false);
    static final Shown SENT = new Shown(true, Map.of(), List.of(), false, List.of(), false);

    static Shown missing(Map<String, Words> missing) {
        return new Shown(false, missing, List.of(), false, List.of(), false);
    }

    static Shown refused(List<Words> reasons) {
        return new Shown(false, Map.of(), reasons, false, List.of(), false);
    }

    static Shown overtaken(List<Event> news, boolean consent) {
        return new Shown(false, Map.of(), List.of(), true, news, consent);
    }

    public boolean lacks(String field) {
        return missing.containsKey(field);
    }
}
