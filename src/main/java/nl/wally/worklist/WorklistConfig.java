package nl.wally.worklist;

import static nl.wally.shared.Words.words;

import java.util.Set;
import nl.wally.people.Lead;
import nl.wally.people.Room;
import nl.wally.shared.Caller.Capacity;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The pages of Wally, substitute and coach, and where a letter leads them. */
@Configuration(proxyBeanMethods = false)
class WorklistConfig {
    static final String LIST = "/work";

    private static final Set<Capacity> WORKERS = Set.of(Capacity.SOCIAL_WORKER);

    @Bean
    @Order(1)
    Room workRoom() {
        return new Room(LIST, WORKERS, words("My work"));
    }

    @Bean
    Room workPages() {
        return new Room(LIST + "/**", WORKERS);
    }

    @Bean
    Lead workLead() {
        return new WallyLead();
    }
}
