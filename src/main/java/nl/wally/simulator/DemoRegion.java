package nl.wally.simulator;

import java.util.List;
import java.util.function.BooleanSupplier;
import nl.wally.access.ClientRegistry;
import nl.wally.simulator.DemoRegionProperties.Loading;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.SmartLifecycle;

/**
 * Loads the demo region when the settings and the database ask for it, and keeps its credentials out of outside
 * databases. Both are done before the port opens: whoever gets an answer finds the whole region.
 */
class DemoRegion implements SmartInitializingSingleton, SmartLifecycle {
    /** Boot opens the port in phase DEFAULT_PHASE - 2048, a number that it keeps to itself. */
    private static final int BEFORE_THE_WEB_SERVER = DEFAULT_PHASE - 4096;

    private final DemoRegionProperties settings;
    private final boolean embeddedDatabase;
    private final BooleanSupplier unused;
    private final ClientRegistry registry;
    private final DemoClients clients;
    private final List<DemoPart> parts;
    private volatile boolean running;

    DemoRegion(
            DemoRegionProperties settings,
            boolean embeddedDatabase,
            BooleanSupplier unused,
            ClientRegistry registry,
            DemoClients clients,
            List<DemoPart> parts) {
        this.settings = settings;
        this.embeddedDatabase = embeddedDatabase;
        this.unused = unused;
        this.registry = registry;
        this.clients = clients;
        this.parts = List.copyOf(parts);
    }

    /**
     * Refuses to go on.
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
    public void start() {
        boolean wanted = switch (settings.demoRegion()) {
            case ON -> true;
            case OFF -> false;
            case AUTO -> embeddedDatabase && registry.isEmpty() && unused.getAsBoolean();
        };
        if (wanted) {
            parts.forEach(DemoPart::load);
        }
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return BEFORE_THE_WEB_SERVER;
    }
}
