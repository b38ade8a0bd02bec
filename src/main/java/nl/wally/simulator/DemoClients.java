package nl.wally.simulator;

import java.util.List;
import nl.wally.access.ClientRegistry;
import nl.wally.shared.Caller;
import nl.wally.shared.Caller.Capacity;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The callers of the demo region, all with the same secret. Registered after everything that they need, and all at once: where
 * there is a client, the region is complete.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 1)
class DemoClients implements DemoPart {
    static final String SECRET = "demo";

    private static final List<Caller> CLIENTS = List.of(
            new Caller("his-demo-1", "Organization/practice-1", null, Capacity.PRACTICE),
            new Caller("his-demo-2", "Organization/practice-2", null, Capacity.PRACTICE),
            new Caller("wally-demo-1", "Organization/social-1", "PractitionerRole/wally-1", Capacity.SOCIAL_WORKER),
            new Caller("wally-demo-2", "Organization/social-1", "PractitionerRole/wally-2", Capacity.SOCIAL_WORKER),
            new Caller("coordinator-demo", "Organization/social-1", null, Capacity.COORDINATOR),
            new Caller("privacy-demo", "Organization/social-1", null, Capacity.PRIVACY_OFFICER),
            new Caller("operator-demo", "Organization/social-1", null, Capacity.OPERATOR));

    private final ClientRegistry registry;
    private final TransactionTemplate together;

    DemoClients(ClientRegistry registry, PlatformTransactionManager transactions) {
        this.registry = registry;
        this.together = new TransactionTemplate(transactions);
    }

    @Override
    public void load() {
        together.executeWithoutResult(status -> CLIENTS.forEach(client -> registry.register(client, SECRET)));
    }

    /** Which of these clients exist, enabled, with the secret that everyone knows. */
    List<String> exposed() {
        return CLIENTS.stream()
                .map(Caller::client)
                .filter(client -> registry.accepts(client, SECRET))
                .toList();
    }
}
