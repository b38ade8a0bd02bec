package nl.wally.practice;

import static nl.wally.shared.Words.words;

import java.util.Set;
import nl.wally.people.Room;
import nl.wally.shared.Caller.Capacity;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Opens the pages to whoever works for a practice. */
@Configuration(proxyBeanMethods = false)
class PracticeConfig {
    static final String SENT = "/sent";

    @Bean
    @Order(3)
    Room sent() {
        return new Room(SENT, Set.of(Capacity.PRACTICE), words("Sent referrals"));
    }

    @Bean
    Room sentReferral() {
        return new Room(SENT + "/**", Set.of(Capacity.PRACTICE));
    }
}
