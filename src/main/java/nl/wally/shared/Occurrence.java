package nl.wally.shared;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that belongs on record (NEN 7513). It names people and things by opaque references only: never by a name, a
 * number that they carry elsewhere, or a word that somebody wrote.
 *
 * @param kind what was done
 * @param about in one code what it was done with: an interaction, an operation, a grant
 * @param caller who did it; null while nobody has proven who they are
 * @param refused why it was not done; null when it was
 * @param persons the persons whose data it concerned, for instance {@code Patient/…}
 * @param objects what was read or written, with the version, for instance {@code Task/…/_history/2}
 * @param parameters the names of what was searched by, never the values
 */
public record Occurrence(
        Kind kind,
        String about,
        @Nullable Caller caller,
        @Nullable Problem refused,
        List<String> persons,
        List<String> objects,
        List<String> parameters) {

    public Occurrence {
        persons = List.copyOf(persons);
        objects = List.copyOf(objects);
        parameters = List.copyOf(parameters);
    }

    /** What was no search. */
    public Occurrence(
            Kind kind,
            String about,
            @Nullable Caller caller,
            @Nullable Problem refused,
            List<String> persons,
            List<String> objects) {
        this(kind, about, caller, refused, persons, objects, List.of());
    }

    public enum Kind {
        READ,
        SEARCH,
        WRITE,
        OPERATION,
        /** Somebody proved, or failed to prove, who they are; or signed out. */
        SIGN_IN,
        /** Somebody was told that something happened. */
        NOTIFICATION,
        /** A person's data went out whole, or were taken away for good. */
        EXPORT,
        ERASURE,
        /** Somebody looked into the log itself. */
        LOG
    }
}
