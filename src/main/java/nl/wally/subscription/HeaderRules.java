package nl.wally.subscription;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which headers a client may have sent along. {@code Authorization} and headers of its own; none that would change where a
 * request goes, or that receivers take for the word of a proxy. Values are secrets: what is shown in their place is
 * {@link #MASK}.
 */
final class HeaderRules {
    /** Shown in place of a value, and taken for "as it was" when it comes back. */
    static final String MASK = "********";

    private static final Pattern FORM =
            Pattern.compile("([A-Za-z][A-Za-z0-9-]{0,63}): ?([!-~](?:[ -~]{0,1998}[!-~])?)");
    private static final Set<String> OF_PROXIES =
            Set.of("x-real-ip", "x-client-ip", "x-http-method-override", "x-original-url", "x-rewrite-url");

    private HeaderRules() {}

    /** A header by its name and value. */
    record Header(String name, String value) {
        boolean isMasked() {
            return value.equals(MASK);
        }

        String masked() {
            return name + ": " + MASK;
        }
    }

    /** The header that this line says; empty when a client may have no such header sent. */
    static Optional<Header> read(String line) {
        Matcher form = FORM.matcher(line);
        if (!form.matches()) {
            return Optional.empty();
        }
        String name = form.group(1).toLowerCase(Locale.ROOT);
        boolean own = name.startsWith("x-") && !name.startsWith("x-forwarded") && !OF_PROXIES.contains(name);
        return own || name.equals("authorization")
                ? Optional.of(new Header(form.group(1), form.group(2)))
                : Optional.empty();
    }

    /** Whether two of these lines are about the same header. */
    static boolean repeats(List<Header> headers) {
        return headers.stream()
                        .map(header -> header.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet())
                        .size()
                < headers.size();
    }

    /** What is to be sent: where a value is masked, the one that was known; empty when none was known of one. */
    static Optional<List<Header>> filled(List<Header> wanted, List<Header> known) {
        List<Header> filled = wanted.stream()
                .flatMap(header -> header.isMasked()
                        ? known.stream().filter(one -> one.name().equalsIgnoreCase(header.name()))
                        : Stream.of(header))
                .toList();
        return filled.size() == wanted.size() ? Optional.of(filled) : Optional.empty();
    }
}
