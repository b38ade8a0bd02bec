package nl.wally.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import nl.wally.ServerIT;
import nl.wally.fuzz.Calls.Kind;
import org.junit.jupiter.api.BeforeEach;

/** The doors over real HTTP, with everything behind them: the fuzzer decides what the generator makes, and learns from the server. */
class DoorsFuzz extends ServerIT {
    private static Siege siege;

    @BeforeEach
    void besiege() {
        if (siege == null) {
            siege = new Siege(server);
        }
    }

    @FuzzTest
    void messages(byte[] decisions) {
        any(decisions, Kind.TRANSACTION, Kind.CREATE, Kind.UPDATE, Kind.VALIDATE);
    }

    @FuzzTest
    void patches(byte[] decisions) {
        any(decisions, Kind.PATCH, Kind.FHIRPATH_PATCH);
    }

    @FuzzTest
    void questions(byte[] decisions) {
        any(decisions, Kind.SEARCH, Kind.READ);
    }

    @FuzzTest
    void subscriptions(byte[] decisions) {
        any(decisions, Kind.SUBSCRIBE);
    }

    @FuzzTest
    void tokens(byte[] decisions) {
        any(decisions, Kind.TOKEN, Kind.LAUNCH);
    }

    private static void any(byte[] decisions, Kind... kinds) {
        Choices choices = Choices.of(decisions);
        siege.call(choices.of(List.of(kinds)), choices);
    }
}
