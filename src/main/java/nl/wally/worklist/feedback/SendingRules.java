package nl.wally.worklist.feedback;

import static nl.wally.shared.Words.words;

import java.util.LinkedHashMap;
import java.util.Map;
import nl.wally.shared.Words;

/** What is still missing before feedback can be sent, by the field that says so. */
final class SendingRules {
    /** Stands for where to, where the person does not permit that the GP hears of it. */
    static final Words NOT_TOLD = words("Not told at the wish of the patient");

    private SendingRules() {}

    /** What is missing; empty when it can be sent. */
    static Map<String, Words> missing(Sending sending, Desk desk) {
        return missing(
                sending, desk.ways(), desk.isPermitted(), !desk.facts().onward().isEmpty());
    }

    /**
     * @param permitted whether the person permits that the GP hears of the content
     * @param broughtOnward whether it is on record already where to
     */
    static Map<String, Words> missing(Sending sending, Ways ways, boolean permitted, boolean broughtOnward) {
        Map<String, Words> missing = new LinkedHashMap<>();
        if (permitted) {
            LetterRules.missing(sending.text()).ifPresent(why -> missing.put("text", why));
        }
        if (permitted
                && sending.isOnward()
                && !broughtOnward
                && sending.onward().isEmpty()) {
            missing.put("onward", words("Say where the person was brought to."));
        }
        ways.ending(sending.deed()).ifPresent(ending -> {
            String field = "reason-" + ending.code();
            if (ending.reasons().stream().noneMatch(reason -> reason.code().equals(sending.reasonCode()))) {
                missing.put(field, words("Choose a reason."));
            } else if (sending.reasonCode().equals("other") && sending.why().isEmpty()) {
                missing.put("why", words("Say in a few words what the reason is."));
            }
        });
        return missing;
    }
}
