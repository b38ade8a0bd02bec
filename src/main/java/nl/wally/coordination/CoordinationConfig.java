package nl.wally.coordination;

import static nl.wally.shared.Words.words;

import java.util.Set;
import nl.wally.people.Lead;
import nl.wally.people.Room;
import nl.wally.shared.Caller;
import nl.wally.shared.Caller.Capacity;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The pages of a coordinator and those that both sides share with one, and where a letter leads. */
@Configuration(proxyBeanMethods = false)
class CoordinationConfig {
    static final String OVERVIEW = "/coordination";
    static final String REFERRALS = OVERVIEW + "/referrals";
    static final String PRACTICES = OVERVIEW + "/practices";
    static final String PEOPLE = OVERVIEW + "/people";
    static final String ABSENCES = OVERVIEW + "/absences";
    static final String OWN_ABSENCES = "/absences";
    static final String MEETINGS = OVERVIEW + "/meetings";
    static final String OWN_MEETINGS = "/meetings";

    private static final Set<Capacity> COORDINATOR = Set.of(Capacity.COORDINATOR);
    private static final Set<Capacity> SOCIAL_WORKER = Set.of(Capacity.SOCIAL_WORKER);
    static final Set<Capacity> BOTH_SIDES = Set.of(Capacity.PRACTICE, Capacity.SOCIAL_WORKER);

    /** Where this caller finds meetings. */
    static String meetings(Caller caller) {
        return caller.capacity() == Capacity.COORDINATOR ? MEETINGS : OWN_MEETINGS;
    }

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
    @Order(4)
    Room coordinationMeetings() {
        return new Room(MEETINGS, COORDINATOR, words("Meetings"));
    }

    @Bean
    @Order(5)
    Room ownMeetings() {
        return new Room(OWN_MEETINGS, BOTH_SIDES, words("Meetings"));
    }

    @Bean
    Room ownMeetingPages() {
        return new Room(OWN_MEETINGS + "/**", BOTH_SIDES);
    }

    @Bean
    Lead meetingLead() {
        return new MeetingLead();
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
