package nl.wally.subscription;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a notification says of what happened; never the resource itself. */
enum Content {
    EMPTY,
    ID_ONLY;

    /** The code in {@code backport-payload-content}. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Content> of(String code) {
        return Arrays.stream(values())
                .filter(content -> content.code().equals(code))
                .findFirst();
    }
}
