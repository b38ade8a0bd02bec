package nl.wally.subscription;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import nl.wally.shared.AddressRules;

/** Lets tests of other modules post to subscribers on this machine as the product does. */
public final class TestHooks {
    private static final int TIMEOUT = 1;

    private final Hooks hooks = new Hooks(host -> List.of(InetAddress.getAllByName(host)));

    /** What came of it, in a word; {@code taken} when all went well. */
    public CompletionStage<String> send(int port, String body) {
        Wish wish = new Wish(
                Topic.TASK,
                List.of(),
                URI.create("https://localhost:" + port + "/"),
                Content.EMPTY,
                "application/fhir+json",
                Optional.empty(),
                TIMEOUT,
                20,
                Optional.empty());
        return hooks.call(wish, List.of(), body, new AddressRules.Allowed(true, true))
                .thenApply(Hooks.Answer::code);
    }
}
