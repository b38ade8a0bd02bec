package nl.wally.fhir;

import java.util.List;
import nl.wally.shared.Caller;
import nl.wally.shared.Occurrence;
import nl.wally.shared.Occurrence.Kind;
import nl.wally.shared.Problem;
import nl.wally.shared.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts on record what is refused, at whichever door. */
@Component
public class RefusalRecord {
    private final Trail trail;
    private final CurrentCaller callers;

    RefusalRecord(Trail trail, CurrentCaller callers) {
        this.trail = trail;
        this.callers = callers;
    }

    /**
     * The same as below for a door that knows the method of the request only, which may be anything.
     *
     * @throws org.springframework.dao.DataAccessException when a caller who is known cannot be put on record
     */
    public void note(String method, Problem problem) {
        boolean read = method.equals("GET") || method.equals("HEAD");
        note(
                read ? Kind.READ : Kind.WRITE,
                read ? "read" : "write",
                problem,
                new Concerned(List.of(), List.of()),
                List.of());
    }

    /**
     * Puts a refusal on record.
     *
     * @param parameters the names of what was searched by
     * @throws org.springframework.dao.DataAccessException when a caller who is known cannot be put on record
     */
    public void note(Kind kind, String about, Problem problem, Concerned concerned, List<String> parameters) {
        trail.note(
                new Occurrence(kind, about, caller(), problem, concerned.persons(), concerned.objects(), parameters));
    }

    private @Nullable Caller caller() {
        try {
            return callers.current();
        } catch (RefusedException nobody) {
            return null;
        }
    }
}
