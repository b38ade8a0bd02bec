package nl.wally.people;

import java.util.List;
import nl.wally.fhir.Trail;
import nl.wally.shared.Caller;
import nl.wally.shared.Occurrence;
import nl.wally.shared.Occurrence.Kind;
import nl.wally.shared.Problem;
import org.jspecify.annotations.Nullable;

/** Puts on record who comes in, who goes, and who tried (NEN 7513): before it happens, so that nothing happens unrecorded. */
final class Register {
    private final Trail trail;

    Register(Trail trail) {
        this.trail = trail;
    }

    /** Somebody signs in, in this role. */
    void comesIn(Position position) {
        note("sign-in", position.caller(), null);
    }

    /** Somebody signs out. */
    void leaves(Position position) {
        note("sign-out", position.caller(), null);
    }

    /** Somebody did not get in. Who it was is not proven, or not known here. */
    void isTurnedAway(Problem why) {
        note("sign-in", null, why);
    }

    private void note(String about, @Nullable Caller caller, @Nullable Problem refused) {
        trail.note(new Occurrence(Kind.SIGN_IN, about, caller, refused, List.of(), List.of()));
    }
}
