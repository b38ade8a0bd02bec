package nl.wally.worklist;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import nl.wally.dossier.Deed;
import nl.wally.people.Room;
import nl.wally.shared.Problem;

/** The pages beside that of a referral, for what takes more than a tap. */
enum Annex {
    CLARIFICATION("/clarification", Set.of("clarify")),
    /** Interim, or final: with every step that ends the referral. */
    FEEDBACK("/feedback", Set.of("interim-feedback")),
    ONWARD("/onward", Set.of("result")),
    /** The anonymous case is a view, and no action. */
    CASE("/case", Set.of());

    private final String path;
    private final Set<String> codes;

    Annex(String path, Set<String> codes) {
        this.path = path;
        this.codes = codes;
    }

    /** Where it is, below the page of the referral. */
    public String path() {
        return path;
    }

    boolean does(Deed deed) {
        return codes.contains(deed.code()) || this == FEEDBACK && deed.needs(Problem.FEEDBACK_MISSING);
    }

    /** Those to which a door leads. */
    static List<Annex> among(List<Room> rooms) {
        return Arrays.stream(values())
                .filter(annex -> rooms.stream()
                        .anyMatch(room -> room.path().startsWith(WorklistConfig.LIST + "/*" + annex.path)))
                .toList();
    }
}
