package nl.wally.practice;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import nl.wally.shared.Words;

/**
 * What somebody sends of a sent referral; shown again, just as it was, when it does not go through.
 *
 * @param deed which form it is; empty for none
 * @param about which letter, question or request it is about, when there may be several
 * @param version of what it changes, as the person saw it
 * @param reason a code; empty for none
 * @param wrong what is wrong with what was filled in; nothing as a rule
 * @param refused why the server did not take it; empty as a rule
 */
record Draft(String deed, String about, String version, String reason, String text, Words wrong, List<Words> refused) {
    static final Draft NONE = new Draft("", "", "", "", "", Words.NONE, List.of());

    /** As the browser sent it. */
    static Draft of(HttpServletRequest request) {
        return new Draft(
                sent(request, "deed"),
                sent(request, "about"),
                sent(request, "version"),
                sent(request, "reason"),
                sent(request, "text"),
                Words.NONE,
                List.of());
    }

    Draft wrong(Words why) {
        return new Draft(deed, about, version, reason, text, why, refused);
    }

    Draft refused(List<Words> why) {
        return new Draft(deed, about, version, reason, text, wrong, why);
    }

    /** Whether this form is meant. */
    public boolean isFor(String form, String subject) {
        return deed.equals(form) && about.equals(subject);
    }

    private static String sent(HttpServletRequest request, String field) {
        return Objects.requireNonNullElse(request.getParameter(field), "").strip();
    }
}
