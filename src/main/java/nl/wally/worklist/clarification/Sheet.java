package nl.wally.worklist.clarification;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.wally.shared.Words;

/**
 * The clarification as the page shows it.
 *
 * @param task the id of the Task of the referral
 * @param number of the referral
 * @param open whether it may be written now
 * @param writing whether the form is shown; otherwise what was answered
 * @param seen {@code id/version} of what is shown; empty when there is nothing yet
 * @param underWay whether it is saved while typing: a new one is, a correction is not
 * @param theirs by link, what was written elsewhere in the meantime where it differs; empty for open. Usually there is none
 * @param earlier what was completed before, the newest first
 * @param wrong why it was not saved
 */
record Sheet(
        String task,
        String number,
        boolean open,
        boolean writing,
        String seen,
        boolean underWay,
        Form form,
        List<State> states,
        Answers answers,
        Map<String, String> theirs,
        List<Web.Said> earlier,
        Web web,
        LocalDate today,
        Words wrong) {
    /** How it can stand in an area of life. */
    record State(String code, String text) {}

    /** The same, not saved for this reason. */
    Sheet because(Words reason) {
        return new Sheet(
                task, number, open, writing, seen, underWay, form, states, answers, theirs, earlier, web, today,
                reason);
    }

    /** What the answer to this question is called, where it is a code. */
    public String stated(String code) {
        return states.stream()
                .filter(state -> state.code().equals(code))
                .map(State::text)
                .findFirst()
                .orElse(code);
    }

    /** Whether anything was said of this area of life, here or elsewhere. */
    public boolean isDiscussed(Form.Question area) {
        return !answers.to(area.state()).isEmpty()
                || !answers.to(area.note()).isEmpty()
                || theirs.containsKey(area.state())
                || theirs.containsKey(area.note());
    }
}
