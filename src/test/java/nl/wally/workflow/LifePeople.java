package nl.wally.workflow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import nl.wally.routing.TeamNow;
import nl.wally.routing.TeamNow.Member;
import nl.wally.shared.Caller;
import nl.wally.shared.Caller.Capacity;
import nl.wally.team.WayOfWorking;
import nl.wally.workflow.StaffingFacts.Person;

/** Who works for a practice and its team, over time. */
final class LifePeople {
    static final String SOCIAL = "Organization/social-1";
    static final Caller GP = new Caller("his", SubTaskMessages.PRACTICE, null, Capacity.PRACTICE);
    static final Caller OTHER_GP = new Caller("his-2", "Organization/practice-2", null, Capacity.PRACTICE);
    static final Caller COORDINATOR = new Caller("coordinator", SOCIAL, null, Capacity.COORDINATOR);

    /** Somebody of another team of the same organisation, who never leaves. */
    static final String ELSEWHERE = "PractitionerRole/elsewhere";

    private static final List<String> PLACES = List.of("contact", "substitute", "coach");

    final Map<String, Instant> former = new HashMap<>();
    final Map<String, Integer> counts;
    private final Map<String, Person> people = new LinkedHashMap<>();
    private final Map<String, String> places = new LinkedHashMap<>();
    private final Set<String> history = new LinkedHashSet<>(Set.of(ELSEWHERE));
    private final Random random;
    private WayOfWorking way;
    private int hired;

    LifePeople(Random random, Map<String, Integer> counts) {
        this.random = random;
        this.counts = counts;
        way = WayOfWorking.values()[random.nextInt(WayOfWorking.values().length)];
        people.put(ELSEWHERE, new Person(true, true, false));
        for (String place : PLACES) {
            if (random.nextInt(8) > 0) {
                join(place);
            }
        }
    }

    /** The current team; who left the organisation has no place any more. */
    TeamNow team() {
        return new TeamNow(member("contact"), member("substitute"), member("coach"), way);
    }

    Map<String, Person> all() {
        return Map.copyOf(people);
    }

    Person of(String role) {
        return people.getOrDefault(role, Person.UNKNOWN);
    }

    /** Everybody who ever had a place here or, for a coordinator to choose, in another team of the organisation. */
    Set<String> history() {
        return history;
    }

    boolean anybodyHasAPlace() {
        return !team().receivers().isEmpty();
    }

    /** Whom a coordinator may reassign to: current members of any team of the organisation. */
    Set<String> reachable() {
        Set<String> reachable = new LinkedHashSet<>(places.values());
        reachable.add(ELSEWHERE);
        reachable.removeIf(role -> !of(role).employed());
        return reachable;
    }

    /** Everybody who can call the server now. */
    List<Caller> callers() {
        List<Caller> callers = new ArrayList<>(List.of(GP, OTHER_GP, COORDINATOR));
        people.forEach((role, person) -> {
            if (person.employed()) {
                callers.add(new Caller(role, SOCIAL, role, Capacity.SOCIAL_WORKER));
            }
        });
        return callers;
    }

    /** Something happens to somebody; whether people moved, so that referrals follow at once. */
    boolean change(Instant now) {
        String place = PLACES.get(random.nextInt(3));
        String role = places.getOrDefault(place, ELSEWHERE);
        return switch (random.nextInt(8)) {
            case 0, 1, 2 -> comeOrGo(role);
            case 3 -> leave(role);
            case 4 -> leaveTeam(place, now);
            case 5 -> changeWay();
            default -> join(place, now);
        };
    }

    private boolean comeOrGo(String role) {
        Person person = of(role);
        if (person.employed()) {
            count(person.present() ? "absences" : "returns");
            boolean agreed = person.present() && random.nextBoolean();
            people.put(role, new Person(true, !person.present(), agreed));
        }
        return false;
    }

    private boolean leave(String role) {
        if (role.equals(ELSEWHERE) || !of(role).employed()) {
            return false;
        }
        people.put(role, new Person(false, false, false));
        places.values().removeIf(role::equals);
        count("leavers");
        countGap();
        return true;
    }

    private boolean leaveTeam(String place, Instant now) {
        String role = places.remove(place);
        if (role != null && !places.containsValue(role)) {
            former.put(role, now);
            count("left the team");
            countGap();
        }
        return true;
    }

    private boolean changeWay() {
        way = WayOfWorking.values()[random.nextInt(WayOfWorking.values().length)];
        return true;
    }

    /** A newcomer takes the place, or somebody who was here before comes back to it. */
    private boolean join(String place, Instant now) {
        String previous = places.get(place);
        List<String> back = former.keySet().stream()
                .filter(role -> of(role).employed())
                .sorted()
                .toList();
        if (!back.isEmpty() && random.nextInt(3) == 0) {
            places.put(place, back.get(random.nextInt(back.size())));
            former.remove(places.get(place));
            count("came back to the team");
        } else {
            join(place);
            count("newcomers");
        }
        if (previous != null && !places.containsValue(previous)) {
            former.put(previous, now);
        }
        return true;
    }

    private void join(String place) {
        String role = "PractitionerRole/person-" + ++hired;
        people.put(role, new Person(true, random.nextInt(5) > 0, false));
        places.put(place, role);
        history.add(role);
    }

    private void countGap() {
        if (!anybodyHasAPlace()) {
            count("nobody left");
        } else if (!places.containsKey("contact") || !places.containsKey("substitute")) {
            count("gaps");
        }
    }

    private void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    private Optional<Member> member(String place) {
        return Optional.ofNullable(places.get(place))
                .filter(role -> of(role).employed())
                .map(role -> new Member(role, of(role).present()));
    }
}
