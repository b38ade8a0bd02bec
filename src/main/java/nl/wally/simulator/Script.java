package nl.wally.simulator;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What robot Wally can play, move by move; a sentinel in a new referral chooses. */
enum Script {
    ACCEPT(Move.OPEN, Move.ACCEPT),
    REJECT(Move.OPEN, Move.REJECT),
    ASK(Move.OPEN, Move.ACCEPT, Move.ASK, Move.AWAIT_ANSWER, Move.START, Move.REACH, Move.COMPLETE),
    HOLD(Move.OPEN, Move.ACCEPT, Move.HOLD, Move.RESUME),
    UNREACHABLE(Move.OPEN, Move.ACCEPT, Move.MISS, Move.MISS, Move.MISS, Move.FAIL),
    COMPLETE(Move.OPEN, Move.ACCEPT, Move.START, Move.REACH, Move.COMPLETE);

    private static final String START = "robot-";

    private final List<Move> moves;

    Script(Move... moves) {
        this.moves = List.of(moves);
    }

    List<Move> moves() {
        return moves;
    }

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
