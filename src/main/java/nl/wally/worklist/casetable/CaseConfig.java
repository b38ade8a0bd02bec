package nl.wally.worklist.casetable;

import java.util.Set;
import nl.wally.people.Room;
import nl.wally.shared.Caller.Capacity;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the page to who works with people. */
@Configuration(proxyBeanMethods = false)
class CaseConfig {
    @Bean
    Room caseRoom() {
        return new Room("/work/*/case", Set.of(Capacity.SOCIAL_WORKER));
    }
}
