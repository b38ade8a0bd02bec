package nl.wally.fhir.search;

import static nl.wally.shared.Words.words;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.wally.fhir.References;
import nl.wally.fhir.Sight;
import nl.wally.shared.Caller;
import nl.wally.shared.Scope.Action;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/** What comes along with the matches of a page ({@code _include}, {@code _revinclude}), as far as the caller sees it. */
@Component
class Companions {
    private final Finder finder;
    private final Visible visible;
    private final Sight sight;
    private final References references;

    Companions(Finder finder, Visible visible, Sight sight, References references) {
        this.finder = finder;
        this.visible = visible;
        this.sight = sight;
        this.references = references;
    }

    /**
     * What comes along.
     *
     * @param matches how many of the matches it goes with, from the first: fewer where more would come along than
     *     {@link Searches#MOST_INCLUDED}
     */
    record Company(int matches, List<Resource> included) {}

    Company of(Query query, List<Resource> matches, Caller caller) {
        if (matches.isEmpty()
                || query.includes().isEmpty() && query.revIncludes().isEmpty()) {
            return new Company(matches.size(), List.of());
        }
        for (int most = matches.size(); most > 0; most /= 2) {
            List<Resource> some = matches.subList(0, most);
            List<Resource> included = finder.included(query, some);
            if (included.size() <= Searches.MOST_INCLUDED) {
                return new Company(most, shownBeside(some, seen(included, caller), caller));
            }
        }
        throw Query.invalid(
                "_revinclude",
                words(
                        "would bring more than {0} along with one match: search for those by themselves, they come in"
                                + " pages",
                        Searches.MOST_INCLUDED));
    }

    private List<Resource> seen(List<Resource> included, Caller caller) {
        return visible.of(included, caller, Set.of(), Action.READ, Action.SEARCH);
    }

    /** Of what is included, what a reference leads to that the caller sees: what is masked leads nowhere. */
    private List<Resource> shownBeside(List<Resource> matches, List<Resource> included, Caller caller) {
        List<Resource> shown = sight.show(caller, matches);
        List<Resource> shownIncluded = sight.show(caller, included);
        if (shown.equals(matches) && shownIncluded.equals(included)) {
            return included;
        }
        Set<String> matched = matches.stream().map(Companions::key).collect(Collectors.toSet());
        Set<String> named = new HashSet<>();
        shown.forEach(match -> named.addAll(references.in(match)));
        Map<String, Resource> beside = new LinkedHashMap<>();
        // Once more as long as something was found: what is included leads on to what is included with it.
        for (int found = -1; found < beside.size(); ) {
            found = beside.size();
            for (int index = 0; index < included.size(); index++) {
                String key = key(included.get(index));
                Set<String> leading = references.in(shownIncluded.get(index));
                if (named.contains(key) || !Collections.disjoint(matched, leading)) {
                    beside.put(key, included.get(index));
                    named.addAll(leading);
                }
            }
        }
        return List.copyOf(beside.values());
    }

    private static String key(Resource resource) {
        return resource.fhirType() + "/" + resource.getIdElement().getIdPart();
    }
}
