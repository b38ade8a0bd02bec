package nl.wally.simulator;

import java.util.List;

/** The server would run on an outside database with clients whose secret everyone knows. */
class DemoCredentialsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DemoCredentialsException(List<String> clients) {
        super(
                clients.isEmpty()
                        ? "The demo region is asked for (wally.simulator.demo-region=on) on an outside database; its clients"
                                + " have a secret that everyone knows."
                        : "The outside database holds clients of the demo region, with the secret that everyone knows: "
                                + String.join(", ", clients) + ".",
                null,
                false,
                false);
    }
}
