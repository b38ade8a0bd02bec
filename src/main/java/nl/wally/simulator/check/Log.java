package nl.wally.simulator.check;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What happened in a check, the oldest first.
 *
 * @param exchanges what the client did
 * @param deeds what the simulator did of itself
 */
record Log(List<Exchange> exchanges, List<Deed> deeds) {
    /**
     * Something that the simulator did.
     *
     * @param task the Task of the referral concerned, as {@code Task/id}; empty when it concerns none
     */
    record Deed(Instant at, Kind kind, String task) {}

    /** What the simulator does of itself, so that every situation comes by. */
    enum Kind {
        REFERRED("De huisarts verwijst", "The GP refers"),
        OPENED("De Wally opent de verwijzing", "The Wally opens the referral"),
        ACCEPTED("De Wally neemt haar aan", "The Wally accepts it"),
        CALLED("De Wally belt", "The Wally calls"),
        BEGAN("De Wally begint", "The Wally begins"),
        ASKED("De Wally vraagt iets", "The Wally asks something"),
        COMPLETED("De Wally rondt af met een terugkoppeling", "The Wally completes with feedback"),
        STOPPED("De Wally stemt in met stoppen en sluit af", "The Wally agrees to stop and closes"),
        ANSWERED("De huisarts antwoordt", "The GP answers"),
        NOTED("De huisarts schrijft er iets bij", "The GP adds a note"),
        STOP_ASKED("De huisarts vraagt te stoppen", "The GP asks to stop"),
        CONSENT_WITHDRAWN("De inwoner trekt de toestemming in", "The person withdraws consent"),
        ANSWER_LOST("Het antwoord gaat verloren (503)", "The answer gets lost (503)"),
        THROTTLED("Er is het te druk (429)", "There are too many requests (429)");

        private final Phrase words;

        Kind(String dutch, String english) {
            this.words = new Phrase(dutch, english);
        }

        Phrase words() {
            return words;
        }

        /** The HTTP status of what disturbs; 0 of what does not. */
        int status() {
            return switch (this) {
                case ANSWER_LOST -> 503;
                case THROTTLED -> 429;
                default -> 0;
            };
        }
    }

    Stream<Exchange> all(Predicate<Exchange> which) {
        return exchanges.stream().filter(which);
    }

    /** Whether the simulator had done this before the exchange was answered. */
    boolean isAfter(Exchange exchange, Kind kind) {
        return deeds.stream()
                .anyMatch(deed -> deed.kind() == kind && !exchange.at().isBefore(deed.at()));
    }

    /** What came after this exchange. */
    List<Exchange> after(Exchange exchange) {
        return exchanges.subList(exchanges.indexOf(exchange) + 1, exchanges.size());
    }
}
