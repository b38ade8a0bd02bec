package nl.wally.mail;

import java.util.Set;
import java.util.function.Supplier;

/** Where letters lead: to pages behind the sign-in, by ids that mean nothing to anybody else. */
final class Links {
    static final String WAITING = "/waiting";
    static final String CHOICES = "/notifications";

    private static final Set<String> SHOWN = Set.of("Task", "Communication", "CareTeam", "Appointment");

    private final Supplier<String> base;

    /** @param base the address of this server, without a slash at its end */
    Links(Supplier<String> base) {
        this.base = base;
    }

    /** Whether there is a page that shows such a thing. */
    static boolean isShown(String reference) {
        return SHOWN.contains(reference.substring(0, reference.indexOf('/')));
    }

    /** To what waits. */
    String to(Letter letter) {
        return isShown(letter.about()) ? base.get() + WAITING + "/" + letter.about() : choices();
    }

    /** To where one chooses when to get letters. */
    String choices() {
        return base.get() + CHOICES;
    }
}
