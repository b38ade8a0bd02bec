package nl.wally.fhir.search;

import static nl.wally.shared.Words.words;

import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.wally.conformance.Canonicals;
import nl.wally.conformance.Capabilities.Offer;
import nl.wally.shared.Words;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;

/**
 * The order of search results: by a moment that every resource of the type has, or else is left out, then by id. Only such an order can be
 * continued after a known place without counting rows.
 *
 * @param parameter a date search parameter
 * @param descending the latest first
 */
record Order(String parameter, boolean descending) {
    private static final String LAST_UPDATED = "_lastUpdated";
    private static final String FIRST_CONTACT_DUE = "first-contact-due";
    private static final Map<String, Set<String>> OFFERED = Map.of(
            "Task", Set.of(LAST_UPDATED, "authored-on", FIRST_CONTACT_DUE),
            "ServiceRequest", Set.of(LAST_UPDATED, "authored"),
            "CommunicationRequest", Set.of(LAST_UPDATED, "authored"),
            "Communication", Set.of(LAST_UPDATED, "sent"));

    /** When a resource was written, said by its writer once and for all; its profiles demand it. */
    private static final Map<String, String> WRITTEN = Map.of(
            "Task",
            "authored-on",
            "ServiceRequest",
            "authored",
            "CommunicationRequest",
            "authored",
            "Communication",
            "sent");

    /**
     * The order when the client wants none: the latest written first, for no change moves a row then. Types that do not
     * tell when they were written go by their last change, upwards: what changes meanwhile moves to the end and comes again.
     */
    static Order standard(String type) {
        String written = WRITTEN.get(type);
        return written == null ? new Order(LAST_UPDATED, false) : new Order(written, true);
    }

    static Order of(String type, List<String> values, Offer offer) {
        String value = values.get(0);
        boolean descending = value.startsWith("-");
        String name = descending ? value.substring(1) : value;
        Set<String> offered = OFFERED.getOrDefault(type, Set.of(LAST_UPDATED));
        if (values.size() > 1 || !offered.contains(name)) {
            throw Query.invalid(
                    "_sort",
                    words(
                            "offers {0}, with or without -",
                            Words.anyOf(offered.stream().sorted().toList())));
        }
        return new Order(name, descending);
    }

    boolean isByUpdate() {
        return parameter.equals(LAST_UPDATED);
    }

    /** Whether a resource of the type may lack the moment: then it has no place in this order, and is left out. */
    boolean leavesOut() {
        return parameter.equals(FIRST_CONTACT_DUE);
    }

    /** The moment by which a resource is sorted. */
    Date momentOf(Resource resource) {
        Date moment = switch (parameter) {
            case "authored-on" -> ((Task) resource).getAuthoredOn();
            case FIRST_CONTACT_DUE -> firstContactDue((Task) resource);
            case "authored" ->
                resource instanceof ServiceRequest request
                        ? request.getAuthoredOn()
                        : ((CommunicationRequest) resource).getAuthoredOn();
            case "sent" -> ((Communication) resource).getSent();
            default -> resource.getMeta().getLastUpdated();
        };
        return moment == null ? resource.getMeta().getLastUpdated() : moment;
    }

    private static @Nullable Date firstContactDue(Task task) {
        return task.getExtensionsByUrl(Canonicals.EXTENSION_FIRST_CONTACT_DUE).stream()
                .map(due -> ((DateTimeType) due.getValue()).getValue())
                .findFirst()
                .orElse(null);
    }

    /** Whether a resource comes after this place. */
    boolean isAfter(Resource resource, Place place) {
        int byMoment = Long.compare(momentOf(resource).getTime(), place.moment());
        if (byMoment != 0) {
            return descending ? byMoment < 0 : byMoment > 0;
        }
        return resource.getIdElement().getIdPart().compareTo(place.id()) > 0;
    }

    /** These rows, sorted by moment, without those that share the moment of the last. */
    List<Resource> withoutLastMoment(List<Resource> rows) {
        long last = momentOf(rows.get(rows.size() - 1)).getTime();
        return rows.stream().filter(row -> momentOf(row).getTime() != last).toList();
    }

    Comparator<Resource> comparator() {
        Comparator<Resource> byMoment =
                Comparator.comparingLong(row -> momentOf(row).getTime());
        return (descending ? byMoment.reversed() : byMoment)
                .thenComparing(row -> row.getIdElement().getIdPart());
    }

    Place placeOf(Resource resource) {
        return new Place(momentOf(resource).getTime(), resource.getIdElement().getIdPart());
    }

    /**
     * A place in the results.
     *
     * @param moment milliseconds since 1970
     */
    record Place(long moment, String id) {}
}
