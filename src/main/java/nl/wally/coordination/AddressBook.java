package nl.wally.coordination;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What people and organisations of one page are called.
 *
 * @param people by their role, for instance {@code PractitionerRole/wally-1}
 * @param organizations names by reference
 */
record AddressBook(Map<String, Person> people, Map<String, String> organizations) {
    /** The name of either; the reference where the directory has none, nothing for nobody. */
    String name(String reference) {
        return Optional.ofNullable(people.get(reference))
                .map(Person::name)
                .orElseGet(() -> organizations.getOrDefault(reference, reference));
    }

    Optional<Person> person(String role) {
        return Optional.ofNullable(people.get(role));
    }

    /** Everybody, by name. */
    List<Person> everybody() {
        return people.values().stream()
                .sorted(Comparator.comparing(Person::name).thenComparing(Person::reference))
                .toList();
    }
}
