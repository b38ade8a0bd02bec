package nl.wally.worklist;

import static nl.wally.shared.Words.words;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.ToIntBiFunction;
import nl.wally.shared.Words;
import nl.wally.worklist.Todo.Group;
import org.hl7.fhir.r4.model.Task.TaskStatus;

/** What a Wally does next with a referral (W-3 to W-6), and by when: that is what was promised (W-8, G-DUE, G-RESUME). */
final class TodoRules {
    private static final int SOON = 1;

    private TodoRules() {}

    /**
     * What a Task shows.
     *
     * @param progress a code of {@code waw-business-status}; empty when there is none
     * @param overdueSince since which day a promise has not been kept
     * @param firstContactDue by when the person is to be called
     * @param resumesOn when it goes on, while it is on hold
     * @param feedbackWantedBy by when the GP would like to hear
     */
    record Facts(
            TaskStatus status,
            String progress,
            Optional<LocalDate> overdueSince,
            Optional<LocalDate> firstContactDue,
            Optional<LocalDate> resumesOn,
            Optional<LocalDate> feedbackWantedBy) {}

    /** @param workingDays how many days of the worker begin from one day on and before another */
    static Todo judge(Facts facts, LocalDate today, ToIntBiFunction<LocalDate, LocalDate> workingDays) {
        Optional<LocalDate> until = until(facts, today);
        Group group = facts.overdueSince().isPresent() ? Group.LATE : group(facts.status());
        return new Todo(
                group,
                says(facts, today),
                until,
                until.map(day -> left(day, today, workingDays)).orElse(Words.NONE));
    }

    private static Group group(TaskStatus status) {
        return switch (status) {
            case REQUESTED, RECEIVED -> Group.FRESH;
            case ACCEPTED -> Group.CONTACT;
            case ONHOLD -> Group.HELD;
            default -> Group.RUNNING;
        };
    }

    /** What was promised last: once somebody tried to reach the person, only feedback and the date of resuming are. */
    private static Optional<LocalDate> until(Facts facts, LocalDate today) {
        return switch (facts.status()) {
            case REQUESTED, RECEIVED, ACCEPTED ->
                waitsForContact(facts, today) ? facts.firstContactDue() : facts.feedbackWantedBy();
            case ONHOLD -> facts.resumesOn();
            case INPROGRESS -> facts.feedbackWantedBy();
            default -> Optional.empty();
        };
    }

    /** A moment that has passed and is not marked as late was kept. */
    private static boolean waitsForContact(Facts facts, LocalDate today) {
        return !facts.progress().equals("contact-attempted")
                && (facts.overdueSince().isPresent()
                        || facts.firstContactDue()
                                .filter(day -> !day.isBefore(today))
                                .isPresent());
    }

    private static Words says(Facts facts, LocalDate today) {
        if (facts.progress().equals("cancellation-requested")) {
            return words("The GP asks to stop. Answer that first.");
        }
        return switch (facts.status()) {
            case REQUESTED, RECEIVED, ACCEPTED -> before(facts, today);
            case ONHOLD -> words("This is on hold. Go on with it on the day that was agreed.");
            case INPROGRESS -> running(facts.progress());
            default -> words("This has ended. There is nothing left to do.");
        };
    }

    private static Words before(Facts facts, LocalDate today) {
        return switch (facts.progress()) {
            case "contact-attempted" -> words("Try again to reach the person, or make a first appointment.");
            case "waitlisted" -> words("The person waits for a place. Start as soon as there is one.");
            case "awaiting-information" -> words("The GP has to answer your question. Then call the person.");
            default ->
                waitsForContact(facts, today)
                        ? words("Call the person for the first time.")
                        : words("Call the person and make a first appointment.");
        };
    }

    private static Words running(String progress) {
        return switch (progress) {
            case "intake-planned" -> words("Have the first talk and clarify the question together.");
            case "no-show" -> words("The person did not come. Call and make a new appointment.");
            case "contact-attempted" -> words("Make an appointment for the first talk.");
            case "intake-done" -> words("Decide together what happens next.");
            case "referred-onward" ->
                words("Ask whether the person found the way there. Then complete it with feedback to the GP.");
            case "interim-feedback-sent" -> words("Go on, and complete it with feedback to the GP.");
            case "awaiting-information" -> words("The GP has to answer your question.");
            case "handed-over" -> words("Read what was done before, and go on with the person.");
            default -> words("Go on with the person, and tell the GP how it stands.");
        };
    }

    private static Words left(LocalDate until, LocalDate today, ToIntBiFunction<LocalDate, LocalDate> workingDays) {
        if (until.isBefore(today)) {
            int late = workingDays.applyAsInt(until.plusDays(1), today.plusDays(1));
            return late == 1 ? words("1 working day late") : words("{0} working days late", late);
        }
        if (until.equals(today)) {
            return words("today at the latest");
        }
        int left = workingDays.applyAsInt(today.plusDays(1), until.plusDays(1));
        return left <= SOON ? words("1 working day left") : words("{0} working days left", left);
    }
}
