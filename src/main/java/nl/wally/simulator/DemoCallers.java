package nl.wally.simulator;

import java.util.Set;
import nl.wally.shared.Caller;

/** Who belongs to the demo region. Its ids exist nowhere else: others are random, and no client can choose one. */
public final class DemoCallers {
    private static final Set<String> REGION =
            Set.of("Organization/practice-1", "Organization/practice-2", "Organization/social-1");

    private DemoCallers() {}

    public static boolean include(Caller caller) {
        return REGION.contains(caller.organization());
    }
}
