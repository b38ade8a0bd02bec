package nl.wally;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Modules use only what their {@code package-info.java} allows, and never each other in a circle. */
class ModulesTest {
    @Test
    void modulesKeepToTheirCharters() {
        ApplicationModules.of(WaarIsWallyApplication.class).verify();
    }
}
