package nl.wally.directory;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.wally.fhir.InHouse;
import nl.wally.shared.References;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.stereotype.Component;

/** The offers and their providers, as the API gives them. */
@Component
class Offers {
    /** As many as a page of the API has at most. */
    private static final String PAGE = "100";

    /** More than any region has: a circle of pages would end here. */
    private static final int MOST_PAGES = 60;

    private final InHouse house;

    Offers(InHouse house) {
        this.house = house;
    }

    /** All that these search parameters find, in no order. */
    List<Listed> find(Map<String, List<String>> criteria) {
        Map<String, List<String>> asked = new HashMap<>(criteria);
        asked.put("_count", List.of(PAGE));
        asked.put("_include", List.of("HealthcareService:organization"));
        List<Listed> found = new ArrayList<>();
        Bundle page = house.search("HealthcareService", asked);
        for (int pages = 1; ; pages++) {
            add(page, found);
            Optional<String> next = Optional.ofNullable(page.getLink("next")).map(link -> cursor(link.getUrl()));
            if (next.isEmpty() || pages == MOST_PAGES) {
                return found;
            }
            page = house.search("HealthcareService", Map.of("_cursor", List.of(next.get())));
        }
    }

    Listed read(String id) {
        HealthcareService offer = house.read(HealthcareService.class, id);
        String provider = References.key(offer.getProvidedBy());
        return new Listed(
                offer,
                house.read(Organization.class, provider.substring(provider.indexOf('/') + 1))
                        .getName());
    }

    /** References of the organisations that are called exactly so, whatever the case of the letters. */
    List<String> called(String name) {
        String asked = name.replaceAll("([\\\\,$|])", "\\\\$1");
        return house.search("Organization", Map.of("name", List.of(asked), "_count", List.of(PAGE))).getEntry().stream()
                .map(entry -> (Organization) entry.getResource())
                .filter(organization -> name.equalsIgnoreCase(organization.getName()))
                .map(References::key)
                .toList();
    }

    HealthcareService update(HealthcareService offer) {
        return house.update(offer);
    }

    /**
     * Stores an offer, new or changed.
     *
     * @param made the name of its provider, when that has to be made with it; or empty
     * @return the id of the offer
     */
    String store(HealthcareService offer, String made) {
        if (made.isEmpty()) {
            return (offer.hasId() ? house.update(offer) : house.create(offer))
                    .getIdElement()
                    .getIdPart();
        }
        String provider = "urn:uuid:" + UUID.randomUUID();
        Bundle transaction = new Bundle().setType(BundleType.TRANSACTION);
        Writes.post(transaction, Writes.provider(made)).setFullUrl(provider);
        Writes.write(transaction, offer.setProvidedBy(new Reference(provider)));
        return house.transact(transaction).get(1).getIdElement().getIdPart();
    }

    private static void add(Bundle page, List<Listed> found) {
        Map<String, String> names = new HashMap<>();
        for (var entry : page.getEntry()) {
            if (entry.getResource() instanceof Organization organization) {
                names.put(References.key(organization), organization.getName());
            }
        }
        for (var entry : page.getEntry()) {
            if (entry.getResource() instanceof HealthcareService offer) {
                found.add(new Listed(offer, names.getOrDefault(References.key(offer.getProvidedBy()), "")));
            }
        }
    }

    private static String cursor(String link) {
        String value = link.substring(link.indexOf("_cursor=") + "_cursor=".length());
        int end = value.indexOf('&');
        return URLDecoder.decode(end < 0 ? value : value.substring(0, end), StandardCharsets.UTF_8);
    }
}
