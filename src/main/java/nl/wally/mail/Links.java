package nl.wally.mail;

import java.util.function.Supplier;

/** Where letters lead: to pages behind the sign-in, by ids that mean nothing to anybody else. */
final class Links {
    static final String WAITING = "/waiting";
    static final String CHOICES = "/notifications";

    private final Supplier<String> base;

    /** @param base the address of this server, without a slash at its end */
    Links(Supplier<String> base) {
        this.base = base;
    }

    /** To what waits. */
    String to(Letter letter) {
        return switch (letter.type()) {
            case "Task", "Communication", "CareTeam" -> base.get() + WAITING + "/" + letter.about();
            default -> choices();
        };
    }

    /** To where one chooses when to get letters. */
    String choices() {
        return base.get() + CHOICES;
    }
}
