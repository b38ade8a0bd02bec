package nl.wally.worklist;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a page of the work list begins. The first names neither part; on a later one, a part that is not named has been shown
 * to its end.
 *
 * @param own where it goes on in what is theirs: the cursor of a search
 * @param others after which Task it goes on in what they stand in for
 */
record Place(Optional<String> own, Optional<String> others) {
    static final String OWN = "from";
    static final String OTHERS = "after";

    public boolean isFirst() {
        return own.isEmpty() && others.isEmpty();
    }

    /** As it stands in the address of the page. */
    public String query() {
        return Stream.of(own.map(cursor -> OWN + '=' + cursor), others.map(task -> OTHERS + '=' + task))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("&", isFirst() ? "" : "?", ""));
    }
}
