package nl.wally.worklist.feedback;

import nl.wally.dossier.Dossier;
import nl.wally.dossier.Sharing;
import nl.wally.worklist.feedback.LetterRules.Wish;

/** What lies before somebody who writes to the GP: the referral, in which ways it can go on, and what is on record. */
record Desk(Dossier dossier, Ways ways, LetterFacts facts) {
    /** Whether the person permits that the GP hears of the content, now (W-6). */
    public boolean isPermitted() {
        return dossier.sharing().filter(Sharing::feedbackToGp).isPresent();
    }

    String version() {
        return dossier.version();
    }

    /** Whether this lies there still as it did when somebody wrote: the referral as it is, and what the GP may hear. */
    boolean isAsSeen(Sending sending) {
        return version().equals(sending.version()) && isPermitted() == sending.permitted();
    }

    /** What is sent, word for word. */
    String text(Sending sending) {
        return isPermitted() ? sending.text() : LetterRules.withoutContent(facts, Wish.of(sending.wish()));
    }
}
