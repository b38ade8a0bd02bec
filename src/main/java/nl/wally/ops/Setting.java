package nl.wally.ops;

import java.util.Locale;

/**
 * One setting as it was given.
 *
 * @param name as Spring compares it: in small letters, without dashes, with dots between its parts
 * @param value what it is set to
 * @param source where it was given
 */
record Setting(String name, String value, Source source) {
    enum Source {
        /** Everybody on the machine can read it in the list of processes. */
        COMMAND_LINE,
        /** A file that everybody on the machine can read. */
        OPEN_FILE,
        /** The environment of the process, or a file for its owner alone. */
        KEPT
    }

    Setting {
        name = canonical(name);
    }

    /** {@code WALLY_ACCESS_ISSUER}, {@code wally.access.issuer} and {@code Wally.Access.Issuer} are the same. */
    static String canonical(String name) {
        return name.toLowerCase(Locale.ROOT)
                .replace('_', '.')
                .replace("-", "")
                .replace("[", ".")
                .replace("]", "");
    }
}
