package nl.wally.worklist.onward;

import java.util.Set;
import nl.wally.people.Room;
import nl.wally.shared.Caller.Capacity;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the page to who works with people. */
@Configuration(proxyBeanMethods = false)
class OnwardConfig {
    @Bean
    Room onwardRoom() {
        return new Room("/work/*/onward", Set.of(Capacity.SOCIAL_WORKER));
    }
}
