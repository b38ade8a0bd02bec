package nl.wally.clock;

import nl.wally.fhir.Store;
import org.hl7.fhir.r4.model.Organization;
import org.springframework.stereotype.Component;

/** How quickly promises go up under the coordinator of an organisation. */
@Component
class Ladders {
    private final Store store;
    private final ClockProperties settings;

    Ladders(Store store, ClockProperties settings) {
        this.store = store;
        this.settings = settings;
    }

    /** For instance of {@code Organization/social-1}; the default of the settings for what nobody coordinates. */
    Ladder of(String coordination) {
        return Ladder.of(store.read(coordination, Organization.class).orElse(null), settings.ladder());
    }
}
