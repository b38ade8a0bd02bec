package nl.wally.worklist.clarification;

import java.util.Set;
import nl.wally.people.Room;
import nl.wally.shared.Caller.Capacity;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the page of the clarification to those who clarify; whether they do this one, the rules say. */
@Configuration(proxyBeanMethods = false)
class ClarificationConfig {
    @Bean
    Room clarificationRoom() {
        return new Room("/work/*/clarification/**", Set.of(Capacity.SOCIAL_WORKER));
    }
}
