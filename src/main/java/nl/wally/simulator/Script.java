package nl.wally.simulator;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What robot Wally can play; a sentinel in a new referral chooses. */
enum Script {
    ACCEPT,
    REJECT,
    ASK,
    HOLD,
    UNREACHABLE,
    COMPLETE;

    private static final String START = "robot-";

    /** The code in CodeSystem {@code waw-simulation}, for instance {@code robot-accept}. */
    String code() {
        return START + name().toLowerCase(Locale.ROOT);
    }

    static Optional<Script> of(String code) {
        return Arrays.stream(values())
                .filter(script -> script.code().equals(code))
                .findFirst();
    }
}
