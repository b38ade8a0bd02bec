package nl.wally.story;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import nl.wally.FhirClient;
import nl.wally.Neighbourhood;
import nl.wally.Neighbourhood.Person;
import nl.wally.TestClock;
import nl.wally.access.ClientRegistry;
import nl.wally.workflow.TeamSweep;

/** The people around the referrals of one practice, who come and go as chance has it. */
final class Village {
    private static final List<String> PLACES = List.of("contact", "substitute", "coach");

    /** Tokens given out before stay valid. */
    private static final Duration FARTHEST = Duration.ofMinutes(30);

    final Neighbourhood here;
    private final Map<String, Integer> counts;
    private final TestClock clock;
    private final TeamSweep sweep;
    private final Map<String, Person> places = new HashMap<>();

    /** By client; who left is not here any more. */
    private final Map<String, Person> people = new LinkedHashMap<>();

    private final Map<String, String> roles = new HashMap<>();
    private final Set<String> named = new HashSet<>();

    Village(FhirClient server, ClientRegistry clients, TestClock clock, TeamSweep sweep, Map<String, Integer> counts) {
        this.here = new Neighbourhood(server, clients);
        this.clock = clock;
        this.sweep = sweep;
        this.counts = counts;
        clock.reset();
        // Who has a token before time jumps can go on after it, and after it is over.
        List.of(Neighbourhood.COORDINATOR, "his-demo-2", "wally-demo-1")
                .forEach(client -> server.tokens().bearer(client));
        take("contact", here.sanne);
        take("substitute", here.joris);
    }

    /** Whom each client acts for, of all who were ever here. */
    Map<String, String> roles() {
        return Map.copyOf(roles);
    }

    /** Everybody who can call the server: social workers more often than others. */
    List<String> clients() {
        List<String> clients = new ArrayList<>(people.keySet());
        clients.addAll(people.keySet());
        clients.addAll(people.keySet());
        clients.addAll(List.of(here.his(), here.his(), Neighbourhood.COORDINATOR, "his-demo-2", "wally-demo-1"));
        return clients;
    }

    /** Remembers that a coordinator gave a referral to this role, perhaps of another team. */
    void name(String role) {
        named.add(role);
    }

    boolean isNamed(String role) {
        return named.contains(role);
    }

    /** Often the owner, else anybody. */
    String somebody(String owner, Random random) {
        List<String> owners = people.keySet().stream()
                .filter(client -> owner.equals(roles.get(client)))
                .toList();
        List<String> all = clients();
        return owners.isEmpty() || random.nextBoolean() ? all.get(random.nextInt(all.size())) : owners.get(0);
    }

    boolean isHere(String role) {
        return people.values().stream().anyMatch(person -> person.role().equals(role));
    }

    boolean isOneOfUs(String client) {
        return people.containsKey(client);
    }

    /** Something happens to the team, or time goes on. */
    void happen(Random random) {
        String place = PLACES.get(random.nextInt(3));
        Person person = places.get(place);
        switch (random.nextInt(8)) {
            case 0, 1 -> {
                if (person != null) {
                    Instant now = clock.instant();
                    // One absence at a time: what was entered before may not be over yet.
                    here.role(person, role -> role.getNotAvailable().clear());
                    here.away(person, now.minusSeconds(1), now.plus(Duration.ofMinutes(3)), random.nextBoolean());
                    count("absences");
                }
            }
            case 2 -> {
                if (person != null && (people.size() > 1 || random.nextInt(4) == 0)) {
                    leaves(person);
                }
            }
            case 3 -> {
                if (people.size() < 5) {
                    join(place, here.hire(place.equals("coach") ? "wellbeing-coach" : "wally"));
                }
            }
            case 4 -> {
                here.team(team -> Neighbourhood.way(team, List.of("A", "B").get(random.nextInt(2))));
                count("ways of working");
            }
            case 5 -> {
                Instant next = clock.instant().plus(Duration.ofMinutes(4));
                if (next.isBefore(Instant.now().plus(FARTHEST))) {
                    clock.jumpTo(next);
                    count("jumps in time");
                }
            }
            default -> {
                sweep.run();
                count("sweeps");
            }
        }
    }

    boolean isEmpty() {
        return people.isEmpty();
    }

    /** Hires whom the team is short of. */
    void grow() {
        for (String place : List.of("contact", "substitute")) {
            if (!places.containsKey(place)) {
                join(place, here.hire("wally"));
            }
        }
    }

    void everybodyLeaves() {
        List.copyOf(people.values()).forEach(this::leaves);
    }

    private void leaves(Person person) {
        here.leaves(person);
        people.remove(person.client());
        places.values().removeIf(person::equals);
        count(places.isEmpty() ? "nobody left" : "leavers");
    }

    private void join(String place, Person person) {
        var answer = here.team(team -> Neighbourhood.member(team, place)
                .setMember(person.reference())
                .getPeriod()
                .setEnd(null));
        if (answer.status() != 200) {
            throw new AssertionError(answer.body());
        }
        // Who had the place is out of the team and still there.
        take(place, person);
        count("newcomers");
    }

    private void take(String place, Person person) {
        places.put(place, person);
        people.put(person.client(), person);
        roles.put(person.client(), person.role());
    }

    private void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }
}
