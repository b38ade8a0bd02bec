package nl.wally.privacy;

import nl.wally.access.ClientRegistry;
import nl.wally.shared.Caller;
import nl.wally.shared.Caller.Capacity;

/** The privacy officers of the practices of the demo region; the one of the social organisation comes with it. */
final class Officers {
    static final String OF_SOCIAL = "privacy-demo";
    static final String OF_PRACTICE = "privacy-practice-1";
    static final String OF_OTHER_PRACTICE = "privacy-practice-2";

    private Officers() {}

    static void register(ClientRegistry registry) {
        registry.register(new Caller(OF_PRACTICE, "Organization/practice-1", null, Capacity.PRIVACY_OFFICER), "demo");
        registry.register(
                new Caller(OF_OTHER_PRACTICE, "Organization/practice-2", null, Capacity.PRIVACY_OFFICER), "demo");
    }
}
