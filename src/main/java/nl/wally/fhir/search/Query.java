package nl.wally.fhir.search;

import static nl.wally.shared.Words.words;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.wally.conformance.Capabilities.Offer;
import nl.wally.fhir.Characters;
import nl.wally.shared.Problem;
import nl.wally.shared.RefusedException;
import nl.wally.shared.Words;

/**
 * What a client searches for, checked against what the CapabilityStatement offers.
 *
 * @param criteria search parameters and their values, as sent
 * @param includes values of {@code _include}; those that begin with another type go on from what is included
 * @param revIncludes values of {@code _revinclude}
 * @param order by what the results are sorted
 * @param count how many matches a page has
 */
record Query(
        String type,
        Map<String, List<String>> criteria,
        List<String> includes,
        List<String> revIncludes,
        Order order,
        int count) {
    private static final int DEFAULT_COUNT = 20;
    private static final int MOST = 100;
    private static final int MOST_VERSIONS = 1_000;
    private static final int MOST_VALUES = 200;

    /** Parameters that shape the answer; HAPI deals with them. In the order in which links name them. */
    private static final List<String> SHAPE = List.of("_summary", "_elements", "_format", "_pretty");

    /** Without count: results are never counted. */
    private static final Set<String> SUMMARIES = Set.of("true", "false", "text", "data");

    /** Types that cannot be narrowed to what a caller may see: one asks for those of something that one knows. */
    private static final Map<String, Set<String>> NEEDS_ONE_OF = Map.of("Provenance", Set.of("_id", "target"));

    static Query of(String type, Offer offer, Map<String, String[]> parameters) {
        Map<String, List<String>> criteria = new TreeMap<>();
        List<String> includes = new ArrayList<>();
        List<String> revIncludes = new ArrayList<>();
        Order order = Order.standard(type);
        int count = DEFAULT_COUNT;
        for (var parameter : parameters.entrySet()) {
            List<String> values = Arrays.stream(parameter.getValue())
                    .filter(value -> !value.isBlank())
                    .distinct()
                    .toList();
            String name = parameter.getKey();
            if (SHAPE.contains(name)) {
                requireShape(name, parameter.getValue());
                continue;
            }
            if (values.isEmpty()) {
                throw invalid(name, words("has no value"));
            }
            if (!values.stream().allMatch(Characters::areText)) {
                throw invalid(name, words("holds a control character"));
            }
            switch (name) {
                case "_include" -> includes.addAll(offered(name, values, from(type, true, offer)));
                case "_include:iterate" -> includes.addAll(offered(name, values, from(type, false, offer)));
                case "_revinclude" -> revIncludes.addAll(offered(name, values, offer.revIncludes()));
                case "_sort" -> order = Order.of(type, values, offer);
                case "_count" -> count = Math.min(number(values.get(0)), MOST);
                case "_total" -> offered(name, values, Set.of("none"));
                default -> {
                    if (!offer.searchParameters().containsKey(name)) {
                        throw unknown(name);
                    }
                    criteria.put(name, values);
                }
            }
        }
        requireFew(criteria);
        Set<String> needed = NEEDS_ONE_OF.get(type);
        if (needed != null && Collections.disjoint(needed, criteria.keySet())) {
            throw new RefusedException(
                    Problem.PARAMETER_INVALID,
                    "",
                    words(
                            "A search for {0} needs the parameter {1}",
                            type, Words.anyOf(needed.stream().sorted().toList())));
        }
        return new Query(type, criteria, List.copyOf(includes), List.copyOf(revIncludes), order, count);
    }

    /** The same search by other values. */
    Query with(Map<String, List<String>> otherCriteria) {
        return new Query(type, otherCriteria, includes, revIncludes, order, count);
    }

    /** What is included with the matches themselves, or else with what is included with them. */
    private static Set<String> from(String type, boolean matches, Offer offer) {
        return offer.includes().stream()
                .filter(include -> include.startsWith(type + ":") == matches)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A form may be as long as a body: each value costs the database something. */
    private static void requireFew(Map<String, List<String>> criteria) {
        long values = criteria.values().stream()
                .flatMap(List::stream)
                .mapToLong(
                        value -> value.chars().filter(letter -> letter == ',').count() + 1)
                .sum();
        if (values > MOST_VALUES) {
            throw new RefusedException(
                    Problem.PARAMETER_INVALID,
                    "",
                    words("A search has at most {0} values, those between commas counted one by one", MOST_VALUES));
        }
    }

    /** A link goes on with the search that it came from; what is added to it would be passed over in silence. */
    static void requireAlone(String name, Map<String, String[]> parameters) {
        parameters.forEach((other, values) -> {
            if (SHAPE.contains(other)) {
                requireShape(other, values);
            } else if (!other.equals(name)) {
                throw invalid(name, words("stands alone: follow the link as it is"));
            }
        });
    }

    /** How many versions a history is asked for; what it does not offer is refused. */
    static int versions(Map<String, String[]> parameters) {
        int wanted = MOST_VERSIONS;
        for (var parameter : parameters.entrySet()) {
            if (parameter.getKey().equals("_count")) {
                wanted = number(parameter.getValue()[0]);
            } else if (SHAPE.contains(parameter.getKey())) {
                requireShape(parameter.getKey(), parameter.getValue());
            } else {
                throw unknown(parameter.getKey());
            }
        }
        return Math.min(wanted, MOST_VERSIONS);
    }

    /** What a link to the next page adds, so that it comes in the shape of this one. */
    static String shape(Map<String, String[]> parameters) {
        StringBuilder link = new StringBuilder();
        for (String name : SHAPE) {
            for (String value : parameters.getOrDefault(name, new String[0])) {
                link.append('&').append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
        }
        return link.toString();
    }

    private static void requireShape(String name, String[] values) {
        if (name.equals("_summary")) {
            offered(name, List.of(values), SUMMARIES);
        } else if (!Arrays.stream(values).allMatch(Characters::areText)) {
            throw invalid(name, words("holds a control character"));
        }
    }

    private static List<String> offered(String name, List<String> values, Set<String> offered) {
        for (String value : values) {
            if (!offered.contains(value)) {
                throw invalid(
                        name,
                        words(
                                "offers only {0}",
                                Words.anyOf(offered.stream().sorted().toList())));
            }
        }
        return values;
    }

    private static int number(String value) {
        if (!value.matches("\\d{1,6}") || Integer.parseInt(value) == 0) {
            throw invalid("_count", words("is a number from 1"));
        }
        return Integer.parseInt(value);
    }

    static RefusedException invalid(String name, Words explanation) {
        return new RefusedException(Problem.PARAMETER_INVALID, "", words("Parameter {0} {1}", name, explanation));
    }

    private static RefusedException unknown(String name) {
        return new RefusedException(
                Problem.PARAMETER_UNKNOWN,
                "",
                name.matches("[A-Za-z_:.\\-]{1,40}")
                        ? words("Parameter {0} is not offered here; see /fhir/metadata", name)
                        : words("This parameter is not offered here; see /fhir/metadata"));
    }
}
