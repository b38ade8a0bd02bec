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
    static final String PRACTICES = OVERVIEW + "/practices";
    static final String PEOPLE = OVERVIEW + "/people";
    static final String ABSENCES = OVERVIEW + "/absences";
    static final String OWN_ABSENCES = "/absences";

    private static final Set<Capacity> COORDINATOR = Set.of(Capacity.COORDINATOR);
    private static final Set<Capacity> SOCIAL_WORKER = Set.of(Capacity.SOCIAL_WORKER);

    @Bean
    @Order(4)
    Room coordinationOverview() {
        return new Room(OVERVIEW, COORDINATOR, words("Overview"));
    }

    @Bean
    @Order(4)
    Room coordinationPractices() {
        return new Room(PRACTICES, COORDINATOR, words("Practices"));
    }

    @Bean
    @Order(4)
    Room coordinationPeople() {
        return new Room(PEOPLE, COORDINATOR, words("Wallies"));
    }

    @Bean
    @Order(4)
    Room coordinationAbsences() {
        return new Room(ABSENCES, COORDINATOR, words("Absences"));
    }

    @Bean
    @Order(5)
    Room ownAbsences() {
        return new Room(OWN_ABSENCES, SOCIAL_WORKER, words("My absences"));
    }

    @Bean
    Room ownAbsencePages() {
        return new Room(OWN_ABSENCES + "/**", SOCIAL_WORKER);
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
