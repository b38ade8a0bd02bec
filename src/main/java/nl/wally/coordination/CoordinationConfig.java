package nl.wally.coordination;

import static nl.wally.shared.Words.words;

import java.util.Set;
import nl.wally.people.Lead;
import nl.wally.people.Room;
import nl.wally.shared.Caller.Capacity;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The pages of a coordinator, and where a letter leads them. */
@Configuration(proxyBeanMethods = false)
class CoordinationConfig {
    static final String OVERVIEW = "/coordination";
    static final String REFERRALS = OVERVIEW + "/referrals";

    private static final Set<Capacity> COORDINATOR = Set.of(Capacity.COORDINATOR);

    @Bean
    @Order(4)
    Room coordinationOverview() {
        return new Room(OVERVIEW, COORDINATOR, words("Overview"));
    }

    @Bean
    Room coordinationPages() {
        return new Room(OVERVIEW + "/**", COORDINATOR);
    }

    @Bean
    Lead coordinationLead() {
        return new CoordinatorLead();
    }
}
