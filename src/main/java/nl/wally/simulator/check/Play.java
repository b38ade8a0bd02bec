package nl.wally.simulator.check;

import java.util.Optional;
import nl.wally.shared.Problem;

/** What the simulator does around the requests of one client, so that every situation comes by. */
interface Play {
    /** An answer that is given instead of the server's own, after which a client waits and asks again. */
    record Disturbance(Problem problem, Log.Kind kind, int retryAfter) {}

    /** Before a request is handled; its body is not known yet. */
    Optional<Disturbance> before(Exchange.Request request);

    /** After it was handled, before the client hears of it. */
    Optional<Disturbance> after(Exchange exchange);

    /** Which use case the next referral plays; empty when that is not up to the client. */
    String next();
}
