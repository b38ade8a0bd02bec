package nl.wally.worklist.feedback;

import java.util.Set;
import nl.wally.people.Room;
import nl.wally.shared.Caller.Capacity;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the page of the feedback to those who give it; whether they give this one, the rules say. */
@Configuration(proxyBeanMethods = false)
class FeedbackConfig {
    @Bean
    Room feedbackRoom() {
        return new Room("/work/*/feedback/**", Set.of(Capacity.SOCIAL_WORKER));
    }
}
