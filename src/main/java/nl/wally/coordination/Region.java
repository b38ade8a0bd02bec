package nl.wally.coordination;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.wally.fhir.InHouse;
import nl.wally.shared.References;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/** Practices, teams and people, as far as whoever is signed in may see them: all of it asked of the API. */
@Component
class Region {
    /** As many as one page of a search has. */
    private static final int PAGE = 100;

    /** More than any coordinator has practices or people; it ends a search that would not. */
    private static final int MOST_PAGES = 20;

    private final InHouse house;

    Region(InHouse house) {
        this.house = house;
    }

    /** The first so many matches. */
    <T extends Resource> List<T> some(Class<T> type, Map<String, String> criteria, int most) {
        return resources(search(type, criteria, most), type).limit(most).toList();
    }

    /** All matches, page by page. */
    <T extends Resource> List<T> all(Class<T> type, Map<String, String> criteria) {
        List<T> found = new ArrayList<>();
        Bundle page = search(type, criteria, PAGE);
        for (int pages = 1; ; pages++) {
            resources(page, type).forEach(found::add);
            String next = next(page);
            if (next.isEmpty() || pages == MOST_PAGES) {
                return found;
            }
            page = house.search(type.getSimpleName(), Map.of("_cursor", List.of(next)));
        }
    }

    /** Those of these ids that there are. */
    <T extends Resource> List<T> byId(Class<T> type, Collection<String> references) {
        List<String> ids = references.stream()
                .filter(reference -> reference.startsWith(type.getSimpleName() + "/"))
                .map(reference -> reference.substring(reference.indexOf('/') + 1))
                .distinct()
                .sorted()
                .toList();
        return IntStream.iterate(0, from -> from < ids.size(), from -> from + PAGE)
                .mapToObj(from -> ids.subList(from, Math.min(from + PAGE, ids.size())))
                .flatMap(some -> some(type, Map.of("_id", String.join(",", some)), PAGE).stream())
                .toList();
    }

    /** What these roles and organisations are called: at most one search for each hundred of a kind. */
    AddressBook named(Collection<String> references) {
        Map<String, String> organizations = byId(Organization.class, references).stream()
                .collect(Collectors.toMap(References::key, Organization::getName));
        return new AddressBook(people(byId(PractitionerRole.class, references)), organizations);
    }

    /** Everybody who works for an organisation or did, and the organisation. */
    AddressBook staff(String organization) {
        return new AddressBook(people(all(PractitionerRole.class, Map.of("organization", organization))), Map.of());
    }

    private Map<String, Person> people(List<PractitionerRole> roles) {
        Map<String, Practitioner> known = byId(
                        Practitioner.class,
                        roles.stream()
                                .map(role -> References.key(role.getPractitioner()))
                                .toList())
                .stream()
                .collect(Collectors.toMap(References::key, one -> one));
        Map<String, Person> people = new HashMap<>();
        roles.forEach(role -> people.put(
                References.key(role),
                new Person(role, Optional.ofNullable(known.get(References.key(role.getPractitioner()))))));
        return people;
    }

    private <T extends Resource> Bundle search(Class<T> type, Map<String, String> criteria, int count) {
        Map<String, List<String>> asked = new HashMap<>();
        criteria.forEach((name, value) -> asked.put(name, List.of(value)));
        asked.put("_count", List.of(String.valueOf(count)));
        return house.search(type.getSimpleName(), asked);
    }

    private static <T extends Resource> Stream<T> resources(Bundle page, Class<T> type) {
        return page.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(type::isInstance)
                .map(type::cast);
    }

    private static String next(Bundle page) {
        Bundle.BundleLinkComponent link = page.getLink("next");
        if (link == null) {
            return "";
        }
        String cursor = link.getUrl().substring(link.getUrl().indexOf("_cursor=") + "_cursor=".length());
        int more = cursor.indexOf('&');
        return more < 0 ? cursor : cursor.substring(0, more);
    }
}
