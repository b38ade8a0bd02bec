package nl.wally.fhir.search;

import static nl.wally.shared.Words.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.wally.conformance.Capabilities;
import nl.wally.fhir.CurrentCaller;
import nl.wally.fhir.Fetched;
import nl.wally.fhir.MadeWhenAsked;
import nl.wally.fhir.Sight;
import nl.wally.shared.Caller;
import nl.wally.shared.Problem;
import nl.wally.shared.RefusedException;
import nl.wally.shared.Scope.Action;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Searches of a type. A page is never counted and never kept: it is the first so many matches after a known place, so it
 * costs the same for the first and the thousandth. While others write it stays right, but in the order
 * {@code -_lastUpdated}: there a change moves a row ahead of the place.
 */
@Component
public class Searches {
    /** How many resources a page includes beside its matches at most; where there are more, it has fewer matches. */
    public static final int MOST_INCLUDED = 1_000;

    private static final String CURSOR = "_cursor";

    /**
     * How many rows are looked at before a page ends early with a link to go on. A page that ends early says that there are
     * rows which the caller may not see: so many that it says nothing of any person.
     */
    private static final int MOST_ROWS = 5_000;

    private static final int LONGEST_STRETCH = 500;

    private final Capabilities capabilities;
    private final Finder finder;
    private final Cursor cursor;
    private final Sight sight;
    private final Visible visible;
    private final Companions companions;
    private final TypedNumbers numbers;
    private final CurrentCaller current;
    private final Fetched fetched;
    private final List<MadeWhenAsked> made;

    Searches(
            Capabilities capabilities,
            Finder finder,
            Cursor cursor,
            Sight sight,
            Visible visible,
            Companions companions,
            TypedNumbers numbers,
            CurrentCaller current,
            Fetched fetched,
            List<MadeWhenAsked> made) {
        this.capabilities = capabilities;
        this.finder = finder;
        this.cursor = cursor;
        this.sight = sight;
        this.visible = visible;
        this.companions = companions;
        this.numbers = numbers;
        this.current = current;
        this.fetched = fetched;
        this.made = made;
    }

    /** Whether these parameters of a request leave the resources in the answer whole. */
    public static boolean isWhole(Map<String, String[]> parameters) {
        return parameters.get("_summary") == null && parameters.get("_elements") == null;
    }

    /** How many versions these parameters of a history ask for, at most 1,000; the history offers no other criteria. */
    public static int versions(Map<String, String[]> parameters) {
        return Query.versions(parameters);
    }

    /** One page of results, with a link to the next when there is one. */
    public Bundle search(String type, Map<String, String[]> parameters, String serverBase) {
        Caller caller = current.current();
        Query query;
        Order.Place after = null;
        if (parameters.get(CURSOR) != null) {
            Query.requireAlone(CURSOR, parameters);
            var continuation = cursor.open(parameters.get(CURSOR)[0], caller);
            query = continuation.query();
            after = continuation.after();
            if (!query.type().equals(type)) {
                throw Query.invalid(CURSOR, words("belongs to another resource type"));
            }
        } else {
            var offer = capabilities.offer(type).orElseThrow(() -> new RefusedException(Problem.NOT_SUPPORTED));
            query = numbers.asStored(Query.of(type, offer, parameters));
        }
        sight.require(caller, query.type(), Action.SEARCH);
        for (MadeWhenAsked one : made) {
            if (one.type().equals(type)) {
                return page(one, query, after, caller, serverBase, parameters);
            }
        }
        return page(query, after, caller, serverBase, parameters);
    }

    private Bundle page(
            MadeWhenAsked made,
            Query query,
            Order.@Nullable Place after,
            Caller caller,
            String serverBase,
            Map<String, String[]> parameters) {
        var bundle = new Bundle().setType(Bundle.BundleType.SEARCHSET);
        if (sight.narrow(caller, query.type()) instanceof Sight.Narrowing.Nothing) {
            return bundle;
        }
        List<Resource> found =
                made.find(caller, query.criteria(), after == null ? null : after.id(), query.count() + 1);
        List<Resource> matches = found.subList(0, Math.min(found.size(), query.count()));
        matches.stream()
                .filter(match -> sight.covers(caller, match, Action.SEARCH))
                .forEach(match -> add(bundle, match, SearchEntryMode.MATCH, serverBase));
        if (found.size() > matches.size()) {
            String last = matches.get(matches.size() - 1).getIdElement().getIdPart();
            link(bundle, query, new Order.Place(0, last), caller, serverBase, parameters);
        }
        return bundle;
    }

    private Bundle page(
            Query query,
            Order.@Nullable Place after,
            Caller caller,
            String serverBase,
            Map<String, String[]> parameters) {
        Sight.Narrowing narrowing = narrowing(query, caller);
        List<Resource> matches = new ArrayList<>();
        Order.Place place = after;
        boolean more = !(narrowing instanceof Sight.Narrowing.Nothing);
        // One more shows that there is a next page; another is dropped, as its moment may go on.
        int fetch = query.count() + 2;
        for (int rows = 0; more && matches.size() <= query.count() && rows < MOST_ROWS; rows += fetch) {
            Finder.Found found = finder.find(query, narrowing, place, fetch);
            matches.addAll(
                    visible.of(found.resources(), caller, query.criteria().keySet(), Action.SEARCH));
            place = found.last();
            more = found.more();
            fetch = Math.max(fetch, Math.min(2 * fetch, LONGEST_STRETCH));
        }
        var bundle = new Bundle().setType(Bundle.BundleType.SEARCHSET);
        if (matches.size() > query.count()) {
            matches = matches.subList(0, query.count());
            place = query.order().placeOf(matches.get(matches.size() - 1));
            more = true;
        }
        Companions.Company company = companions.of(query, matches, caller);
        if (company.matches() < matches.size()) {
            matches = matches.subList(0, company.matches());
            place = query.order().placeOf(matches.get(matches.size() - 1));
            more = true;
        }
        // The place of this page is settled before, for what is fetched for the first time changes by that.
        List<Resource> found = new ArrayList<>(matches);
        found.addAll(company.included());
        List<Resource> given = isWhole(parameters) ? fetched.by(caller, found) : found;
        for (int index = 0; index < given.size(); index++) {
            var mode = index < matches.size() ? SearchEntryMode.MATCH : SearchEntryMode.INCLUDE;
            add(bundle, given.get(index), mode, serverBase);
        }
        if (more && place != null) {
            link(bundle, query, place, caller, serverBase, parameters);
        }
        return bundle;
    }

    /** Who asks for its own Tasks is narrowed enough: to find out which practices it had ever to do with costs more. */
    private Sight.Narrowing narrowing(Query query, Caller caller) {
        return query.type().equals("Task")
                        && List.of(caller.agent()).equals(query.criteria().get("owner"))
                ? new Sight.Narrowing.None()
                : sight.narrow(caller, query.type());
    }

    private void link(
            Bundle bundle,
            Query query,
            Order.Place place,
            Caller caller,
            String serverBase,
            Map<String, String[]> parameters) {
        String next = cursor.seal(new Cursor.Continuation(query, place), caller);
        bundle.addLink()
                .setRelation("next")
                .setUrl(serverBase + "/" + query.type() + "?" + CURSOR + "=" + next + Query.shape(parameters));
    }

    private static void add(Bundle bundle, Resource resource, SearchEntryMode mode, String serverBase) {
        bundle.addEntry()
                .setFullUrl(serverBase + "/" + resource.fhirType() + "/"
                        + resource.getIdElement().getIdPart())
                .setResource(resource)
                .getSearch()
                .setMode(mode);
    }
}
