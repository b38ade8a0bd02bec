package nl.wally.people;

import static nl.wally.shared.Words.words;

import nl.wally.shared.Refusal;
import nl.wally.shared.Words;

/** Problems in the words of whoever works with the pages, who knows no resources and no versions. */
final class PlainWords {
    private PlainWords() {}

    /** What happened, and what to do about it; of a problem that only a program can have, its own words. */
    static Words of(Refusal refusal) {
        return switch (refusal.problem()) {
            case NOT_FOUND -> words("This is not here, or not for you to see.");
            case FORBIDDEN -> words("You may not do this. If you think that you should, ask your coordinator.");
            case VERSION_STALE, VERSION_REQUIRED, CONFLICT, DUPLICATE ->
                words(
                        "Somebody else has changed this in the meantime, so nothing was saved. Look at what is there now, and do it"
                                + " again if it is still needed.");
            case TRANSITION_NOT_ALLOWED, ELEMENT_NOT_ALLOWED, ELEMENT_IMMUTABLE ->
                words("This cannot be done any more: the referral has gone on in the meantime. Nothing was saved.");
            case TOO_MANY_REQUESTS -> words("That was too much at once. Wait a minute and try again.");
            case TOO_LARGE -> words("This is too much text for one time.");
            case UNAVAILABLE ->
                words(
                        "It did not work, and nothing was saved. Try again in a minute. If it goes on, tell your administrator.");
            case CRISIS ->
                words(
                        "A Wally is no help in a crisis. Call the crisis service of your region, or 112 when somebody is in danger.");
            case CONSENT_MISSING -> words("Without the consent of the person nothing can be shared.");
            case TEAM_MISSING -> words("Your practice has no Wally yet. Ask the coordinator.");
            case IDENTIFIER_SYSTEM_FOREIGN ->
                words("The numbers of your practice are not known here yet. Ask the coordinator.");
            // Says under which number the administrator finds it.
            case INTERNAL -> refusal.explanation();
            default -> refusal.problem().words();
        };
    }
}
