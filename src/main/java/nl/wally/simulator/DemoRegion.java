package nl.wally.simulator;

import java.util.List;
import nl.wally.access.ClientRegistry;
import nl.wally.simulator.DemoRegionProperties.Loading;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;

/**
 * Loads the demo region when the settings and the database ask for it, and keeps its credentials out of outside
 * databases.
 */
class DemoRegion implements SmartInitializingSingleton, ApplicationRunner {
    private final DemoRegionProperties settings;
    private final boolean embeddedDatabase;
    private final ClientRegistry registry;
    private final DemoClients clients;
    private final List<DemoPart> parts;

    DemoRegion(
            DemoRegionProperties settings,
            boolean embeddedDatabase,
            ClientRegistry registry,
            DemoClients clients,
            List<DemoPart> parts) {
        this.settings = settings;
        this.embeddedDatabase = embeddedDatabase;
        this.registry = registry;
        this.clients = clients;
        this.parts = List.copyOf(parts);
    }

    /**
     * Before the port opens.
     *
     * @throws DemoCredentialsException when anyone could call as a demo client on an outside database
     */
    @Override
    public void afterSingletonsInstantiated() {
        if (embeddedDatabase || settings.allowDemoCredentials()) {
            return;
        }
        if (settings.demoRegion() == Loading.ON) {
            throw new DemoCredentialsException(List.of());
        }
        List<String> exposed = clients.exposed();
        if (!exposed.isEmpty()) {
            throw new DemoCredentialsException(exposed);
        }
    }

    @Override
    public void run(ApplicationArguments arguments) {
        boolean wanted = switch (settings.demoRegion()) {
            case ON -> true;
            case OFF -> false;
            case AUTO -> embeddedDatabase && registry.isEmpty();
        };
        if (wanted) {
            parts.forEach(DemoPart::load);
        }
    }
}
