package nl.wally.simulator;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.wally.people.Accounts;
import nl.wally.people.Identity;
import nl.wally.people.Position;
import nl.wally.people.Positions;
import nl.wally.shared.Caller.Capacity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The people of the demo region, who sign in with a password that everyone knows. They exist nowhere else. */
@Component
@WithDemoRegion
class DemoPeople implements DemoPart, Accounts {
    private static final Map<String, List<Position>> PEOPLE = people();

    private final Positions positions;

    DemoPeople(Positions positions) {
        this.positions = positions;
    }

    @Override
    public void load() {
        positions.keep(ISSUER, PEOPLE.values().stream().flatMap(List::stream).toList());
    }

    @Override
    public Optional<Identity> prove(String name, String password) {
        boolean right = MessageDigest.isEqual(
                password.getBytes(StandardCharsets.UTF_8), DemoClients.SECRET.getBytes(StandardCharsets.UTF_8));
        return right && PEOPLE.containsKey(name) ? Optional.of(identity(name)) : Optional.empty();
    }

    @Override
    public List<String> names() {
        return List.copyOf(PEOPLE.keySet());
    }

    private static Map<String, List<Position>> people() {
        Map<String, List<Position>> people = new LinkedHashMap<>();
        String social = "Organization/social-1";
        add(people, "sanne", Capacity.SOCIAL_WORKER, social, "PractitionerRole/wally-1");
        add(people, "joris", Capacity.SOCIAL_WORKER, social, "PractitionerRole/wally-2");
        add(people, "mila", Capacity.SOCIAL_WORKER, "Organization/social-2", "PractitionerRole/coach-1");
        add(people, "vandijk", Capacity.PRACTICE, "Organization/practice-1", "PractitionerRole/gp-1");
        add(people, "yilmaz", Capacity.PRACTICE, "Organization/practice-2", "PractitionerRole/gp-2");
        add(people, "coordinator", Capacity.COORDINATOR, social, null);
        add(people, "privacy", Capacity.PRIVACY_OFFICER, social, null);
        // Two roles: chooses at each sign-in.
        add(people, "els", Capacity.COORDINATOR, social, null);
        add(people, "els", Capacity.PRIVACY_OFFICER, social, null);
        return people;
    }

    private static void add(
            Map<String, List<Position>> people,
            String name,
            Capacity capacity,
            String organization,
            @Nullable String role) {
        Position position = new Position(identity(name), capacity, organization, role);
        people.merge(
                name,
                List.of(position),
                (held, added) -> java.util.stream.Stream.concat(held.stream(), added.stream())
                        .toList());
    }

    private static Identity identity(String name) {
        return new Identity(ISSUER, name);
    }
}
