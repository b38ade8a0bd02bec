package nl.wally.referring;

import static nl.wally.shared.Words.words;

import java.util.Set;
import nl.wally.people.Room;
import nl.wally.shared.Caller.Capacity;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The doors of the referral form. */
@Configuration(proxyBeanMethods = false)
class ReferringConfig {
    static final String FORM = "/refer";
    static final String SENT = FORM + "/sent";
    static final String PHOTO = FORM + "/photo";

    private static final Set<Capacity> PRACTICE = Set.of(Capacity.PRACTICE);

    @Bean
    @Order(2)
    Room referralForm() {
        return new Room(FORM, PRACTICE, words("Refer"));
    }

    @Bean
    Room referralPages() {
        return new Room(FORM + "/**", PRACTICE);
    }
}
