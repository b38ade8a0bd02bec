package nl.wally.fhir.search;

import static nl.wally.shared.Words.words;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.searchparam.MatchUrlService;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.model.api.Include;
import ca.uhn.fhir.rest.api.SortOrderEnum;
import ca.uhn.fhir.rest.api.SortSpec;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.param.DateParam;
import ca.uhn.fhir.rest.param.DateRangeParam;
import ca.uhn.fhir.rest.param.ParamPrefixEnum;
import ca.uhn.fhir.rest.param.ReferenceOrListParam;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.TokenOrListParam;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.wally.fhir.Sight;
import nl.wally.fhir.replica.Replica;
import nl.wally.shared.Problem;
import nl.wally.shared.RefusedException;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Asks HAPI for the resources after a place, synchronously: nothing of a search is ever stored. Which ones these are a replica
 * may say; what they are always the primary does.
 */
@Component
class Finder {
    private final DaoRegistry daos;
    private final MatchUrlService urls;
    private final FhirContext context;
    private final Replica replica;

    Finder(DaoRegistry daos, MatchUrlService urls, FhirContext context, Replica replica) {
        this.replica = replica;
        this.daos = daos;
        this.urls = urls;
        this.context = context;
    }

    /**
     * A stretch of the results.
     *
     * @param last the place of the last row looked at; null when there was none
     * @param more whether there may be more after it
     */
    record Found(List<Resource> resources, Order.@Nullable Place last, boolean more) {}

    Found find(Query query, Sight.Narrowing narrowing, Order.@Nullable Place after, int fetch) {
        for (int limit = fetch; ; limit *= 2) {
            int most = limit;
            Optional<List<Resource>> copies = replica.ask(() -> rows(query, narrowing, after, most));
            List<Resource> rows = copies.orElseGet(() -> rows(query, narrowing, after, most));
            boolean more = rows.size() >= limit;
            // PostgreSQL does not order the rows of one moment as we do: only a moment that came whole can be used.
            // Rows
            // with the very moment of the place come again; when they fill the stretch, it must be longer.
            List<Resource> next = (more ? query.order().withoutLastMoment(rows) : rows)
                    .stream()
                            .filter(row -> after == null || query.order().isAfter(row, after))
                            .sorted(query.order().comparator())
                            .toList();
            if (!next.isEmpty() || !more) {
                return new Found(
                        copies.isPresent() ? unchanged(query.type(), next) : next,
                        next.isEmpty() ? after : query.order().placeOf(next.get(next.size() - 1)),
                        more);
            }
        }
    }

    private List<Resource> rows(Query query, Sight.Narrowing narrowing, Order.@Nullable Place after, int limit) {
        SearchParameterMap map = criteria(query);
        narrow(map, narrowing);
        continueAfter(map, query.order(), after);
        map.setSort(sort(query.order()));
        return search(query.type(), map, limit);
    }

    /**
     * Those that a replica found and that are still what they were there, read on the primary. What was changed or erased since
     * is left out: whether it still fits the search nobody has asked, and its place in the order may be another.
     */
    private List<Resource> unchanged(String type, List<Resource> copies) {
        if (copies.isEmpty()) {
            return copies;
        }
        Map<String, Resource> now = search(type, byId(copies), copies.size()).stream()
                .collect(Collectors.toMap(Finder::version, Function.identity()));
        return copies.stream()
                .map(copy -> now.get(version(copy)))
                .filter(Objects::nonNull)
                .toList();
    }

    private static String version(Resource resource) {
        return resource.getIdElement().getIdPart() + '/' + resource.getMeta().getVersionId();
    }

    private static SearchParameterMap byId(List<Resource> resources) {
        var ids = new TokenOrListParam();
        resources.forEach(one -> ids.add(null, one.getIdElement().getIdPart()));
        return new SearchParameterMap().add("_id", ids);
    }

    /** What the query wants included with these matches. */
    List<Resource> included(Query query, List<Resource> matches) {
        SearchParameterMap map = byId(matches);
        query.includes()
                .forEach(include -> map.addInclude(new Include(include, !include.startsWith(query.type() + ":"))));
        query.revIncludes().forEach(include -> map.addRevInclude(new Include(include)));
        Set<String> matched = matches.stream()
                .map(match -> match.getIdElement().toUnqualifiedVersionless().getValue())
                .collect(Collectors.toSet());
        return search(query.type(), map, matches.size()).stream()
                .filter(found -> !matched.contains(
                        found.getIdElement().toUnqualifiedVersionless().getValue()))
                .toList();
    }

    private List<Resource> search(String type, SearchParameterMap map, int limit) {
        map.setLoadSynchronous(true);
        map.setLoadSynchronousUpTo(limit);
        return daos.getResourceDao(type).search(map, new SystemRequestDetails()).getAllResources().stream()
                .map(Resource.class::cast)
                .toList();
    }

    private SearchParameterMap criteria(Query query) {
        StringBuilder url = new StringBuilder(query.type()).append('?');
        query.criteria()
                .forEach((name, values) -> values.forEach(value -> url.append(name)
                        .append('=')
                        .append(URLEncoder.encode(value, StandardCharsets.UTF_8))
                        .append('&')));
        try {
            return urls.translateMatchUrl(url.toString(), context.getResourceDefinition(query.type()));
        } catch (BaseServerResponseException | IllegalArgumentException | ca.uhn.fhir.parser.DataFormatException bad) {
            throw new RefusedException(
                    Problem.PARAMETER_INVALID,
                    "",
                    words("A value of a parameter cannot be read as its type (date, token, reference) demands"));
        }
    }

    private static void narrow(SearchParameterMap map, Sight.Narrowing narrowing) {
        if (narrowing instanceof Sight.Narrowing.Only only) {
            var any = new ReferenceOrListParam();
            only.values().forEach(value -> any.add(new ReferenceParam(value)));
            // What the client asked for already need not be asked twice; HAPI has no use for it either.
            var asked = map.get(only.parameter());
            if (asked == null || !asked.contains(any.getValuesAsQueryTokens())) {
                map.add(only.parameter(), any);
            }
        }
    }

    private static void continueAfter(SearchParameterMap map, Order order, Order.@Nullable Place after) {
        if (after == null) {
            if (order.leavesOut()) {
                map.add(order.parameter(), new DateParam(ParamPrefixEnum.GREATERTHAN_OR_EQUALS, new Date(0)));
            }
            return;
        }
        var prefix = order.descending() ? ParamPrefixEnum.LESSTHAN_OR_EQUALS : ParamPrefixEnum.GREATERTHAN_OR_EQUALS;
        var bound = new DateParam(prefix, new Date(after.moment()));
        if (!order.isByUpdate()) {
            map.add(order.parameter(), bound);
            return;
        }
        DateRangeParam range = map.getLastUpdated() == null ? new DateRangeParam() : map.getLastUpdated();
        if (order.descending()) {
            range.setUpperBound(bound);
        } else {
            range.setLowerBound(bound);
        }
        map.setLastUpdated(range);
    }

    private static SortSpec sort(Order order) {
        var byId = new SortSpec("_id", SortOrderEnum.ASC);
        return new SortSpec(order.parameter(), order.descending() ? SortOrderEnum.DESC : SortOrderEnum.ASC, byId);
    }
}
