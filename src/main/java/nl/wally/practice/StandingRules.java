package nl.wally.practice;

import static nl.wally.shared.Words.words;

import nl.wally.shared.Words;
import org.hl7.fhir.r4.model.Task.TaskStatus;

/** How a sent referral stands, in one sentence for the practice. Attempts to reach the person are counted, no more (W-3). */
final class StandingRules {
    private StandingRules() {}

    /**
     * What is known of it.
     *
     * @param progress the code of {@code Task.businessStatus}
     * @param wally who has it, briefly; empty for nobody
     * @param person whom it is about, briefly
     * @param attempts how often somebody tried to reach the person
     * @param unattended whether nobody of the team is there
     * @param why what the reason of its status, or its outcome, is called in the language of the reader
     */
    record Facts(
            TaskStatus status,
            String progress,
            String wally,
            String person,
            int attempts,
            boolean unattended,
            String why) {}

    static Words says(Facts facts) {
        return switch (facts.status()) {
            case REQUESTED -> waiting(facts);
            case RECEIVED, ACCEPTED, INPROGRESS -> working(facts);
            case ONHOLD ->
                facts.progress().equals("cancellation-requested")
                        ? stopping(facts)
                        : words("It is on hold. Reason: {0}.", facts.why());
            case COMPLETED -> words("It has ended. Outcome: {0}.", facts.why());
            case REJECTED -> words("{0} did not take it on. Reason: {1}.", facts.wally(), facts.why());
            case FAILED -> words("It ended without a result. Reason: {0}.", facts.why());
            case CANCELLED -> words("It was stopped. Reason: {0}.", facts.why());
            case ENTEREDINERROR -> words("It was sent by mistake. Reason: {0}.", facts.why());
            default -> Words.NONE;
        };
    }

    private static Words waiting(Facts facts) {
        if (facts.unattended()) {
            return words("Nobody of the team is there at the moment. The coordinator knows.");
        }
        if (facts.wally().isEmpty()) {
            return words("It waits for somebody of the team.");
        }
        return facts.progress().equals("handed-over")
                ? takenOver(facts)
                : words("It is with {0}, who has not opened it yet.", facts.wally());
    }

    private static Words working(Facts facts) {
        return switch (facts.progress()) {
            case "awaiting-information" -> words("{0} waits for your answer.", facts.wally());
            case "handed-over" -> takenOver(facts);
            case "seen" -> words("{0} has seen it.", facts.wally());
            case "contact-planned" ->
                words("{0} has planned the first contact with {1}.", facts.wally(), facts.person());
            case "waitlisted" -> words("{0} is on the waiting list.", facts.person());
            // The server says so of every referral that has begun, until its owner says more.
            case "intake-planned" ->
                facts.attempts() > 0
                        ? tried(facts)
                        : words("{0} plans a talk with {1}.", facts.wally(), facts.person());
            case "no-show" -> words("{1} did not come to the appointment with {0}.", facts.wally(), facts.person());
            case "intake-done" -> words("{0} has talked with {1}.", facts.wally(), facts.person());
            case "support-running" -> words("{0} helps {1}.", facts.wally(), facts.person());
            case "referred-onward" -> words("{0} has brought {1} to others who help.", facts.wally(), facts.person());
            case "interim-feedback-sent" -> words("{0} has told how it goes.", facts.wally());
            case "cancellation-requested" -> stopping(facts);
            default -> begun(facts);
        };
    }

    private static Words begun(Facts facts) {
        if (facts.attempts() > 0) {
            return tried(facts);
        }
        return facts.status() == TaskStatus.INPROGRESS
                ? words("{0} works with {1}.", facts.wally(), facts.person())
                : words("{0} has taken it on and contacts {1}.", facts.wally(), facts.person());
    }

    private static Words tried(Facts facts) {
        return words("{0} has tried {1} to reach {2}.", facts.wally(), times(facts.attempts()), facts.person());
    }

    private static Words takenOver(Facts facts) {
        return words("{0} has taken it over from a colleague.", facts.wally());
    }

    private static Words stopping(Facts facts) {
        return words("You asked to stop. {0} decides.", facts.wally());
    }

    private static Words times(int attempts) {
        return switch (attempts) {
            case 1 -> words("once");
            case 2 -> words("twice");
            default -> words("{0} times", attempts);
        };
    }
}
